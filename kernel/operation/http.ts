import { setTimeout as sleep } from 'node:timers/promises';
import type { Language } from '@axent/policy/shape';
import fastifyCookie from '@fastify/cookie';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { TSchema } from 'typebox';
import { Compile, type Validator } from 'typebox/compile';
import { RequestCaller } from './caller.ts';
import { sendAnswer } from './compression.ts';
import type { Session } from './context.ts';
import { Cookies } from './cookies.ts';
import type { Feature, Guard, Operation } from './feature.ts';
import { guarded, guardsOf } from './guard.ts';
import { answerProblem } from './http.problems.ts';
import { Limits } from './limits.ts';
import { misfit, tooDeep } from './misfit.ts';
import type { Kernel } from './parts.ts';
import { problem } from './problem.ts';
import { type ProblemWords, readerLanguage } from './problem.words.ts';
import { run } from './run.ts';
import { type System, systemOf } from './system.ts';
import { Turns } from './turns.ts';
import type { Watch } from './watch.ts';

const body_bytes = 64 * 1024;
const depth_limit = 16;

/** One finished request, for the operation log. Holds no personal value but the address, which the log seals. */
export interface RequestFacts {
  readonly operation: string;
  readonly path: string;
  readonly method: string;
  readonly status: number;
  readonly duration_ms: number;
  readonly address: string;
  readonly userAgent: string;
  /** Whether it came in a person's session; a request refused before the session was looked up counts as not. */
  readonly known: boolean;
  /** Hash of a session token that nobody has looked up yet: `known` is still open. */
  readonly claims?: Buffer;
  readonly code: string | null;
}

export interface HttpOptions {
  readonly publicUrl: URL;
  readonly visitorKey: Buffer;
  readonly onRequest: (facts: RequestFacts) => void;
  readonly onFault: (error: Error, operation: string) => void;
}

/** Serves every operation of the features under its contract's path, and nothing else. */
export async function serveOperations(
  app: FastifyInstance,
  kernel: Parameters<typeof systemOf>[0],
  features: readonly Feature[],
  options: HttpOptions,
): Promise<void> {
  await app.register(fastifyCookie);
  const words = problemWordsOf(features);
  const cookies = new Cookies(options.publicUrl, options.visitorKey);
  const limits = new Limits(kernel.clock);
  const turns = new Turns();
  const told = features.flatMap((feature) => feature.onSession ?? []);
  const serving = { ...options, words, cookies, limits, turns, told, system: systemOf(kernel) };
  const guards = guardsOf(features);
  for (const operation of features.flatMap((feature) => feature.operations))
    serve(app, kernel, operation, { ...serving, guard: guards.get(operation.contract.name) });
}

/** The words of the problems that the features' contracts name. */
export function problemWordsOf(features: readonly Feature[]): ProblemWords {
  return Object.assign({}, ...features.map((feature) => feature.problems ?? {}));
}

interface Serving extends HttpOptions {
  readonly words: ProblemWords;
  readonly cookies: Cookies;
  readonly limits: Limits;
  readonly turns: Turns;
  readonly told: readonly NonNullable<Feature['onSession']>[];
  readonly system: System;
  readonly guard: Guard | undefined;
}

const validators = new WeakMap<TSchema, Validator>();

/** A contract's schema is compiled once, however many servers a process has. */
function compiled(schema: TSchema): Validator {
  const known = validators.get(schema) ?? Compile(schema);
  validators.set(schema, known);
  return known;
}

function serve(app: FastifyInstance, kernel: Kernel, operation: Operation, serving: Serving): void {
  const { contract } = operation;
  const input = compiled(contract.input);
  const output = compiled(contract.output);
  app.route({
    method: contract.method,
    url: contract.path,
    bodyLimit: body_bytes,
    exposeHeadRoute: false,
    // Writes the named fields only: what a handler answers beyond its contract never leaves.
    schema: { response: { 200: contract.output } },
    handler: watched(kernel.watch, contract.name, async (request, reply) => {
      const started = performance.now();
      let code: string | null = null;
      let known = false;
      let looked_up = false;
      const language = readerLanguage(request.headers['accept-language']);
      reply.header('cache-control', 'no-store');
      try {
        checkSite(request, serving.publicUrl);
        const caller = new RequestCaller(request, serving.cookies, language);
        serving.limits.take(contract, caller);
        const value = readInput(request, contract.method, input, language);
        const told = (session: Session) => {
          looked_up = true;
          known = session.person !== null;
          if (known) serving.limits.recognise(caller);
          if (known) for (const tell of serving.told) tell(session, caller);
        };
        const work = () => run(kernel, operation, caller, serving.cookies.replyFor(reply), value, told);
        const turn = () => (contract.heavy === true ? serving.turns.take(work) : work());
        const watching = { ...serving, onFault: (error: Error) => serving.onFault(error, contract.name) };
        const answer = await noSooner(contract.least_ms ?? 0, () =>
          guarded(watching, { caller, input: value }, turn),
        );
        if (!output.Check(answer)) throw new Error(`${contract.name} answered outside its contract.`);
        return await sendAnswer(request, reply, contract, answer);
      } catch (error) {
        code = answerProblem(reply, error as Error, serving, contract.name, language);
        return reply;
      } finally {
        // Refused before anybody was looked up: whoever writes it down asks what the token stands for.
        const claims = looked_up ? null : serving.cookies.tokenHash(request);
        serving.onRequest({
          operation: contract.name,
          path: contract.path,
          method: contract.method,
          status: reply.statusCode,
          duration_ms: performance.now() - started,
          address: request.ip,
          userAgent: request.headers['user-agent'] ?? '',
          known,
          ...(claims === null ? {} : { claims }),
          code,
        });
      }
    }),
  });
}

/** Waits, whatever came of the work, until it has taken as long as it always takes at least. */
async function noSooner<T>(least_ms: number, work: () => Promise<T>): Promise<T> {
  if (least_ms === 0) return await work();
  const enough = sleep(least_ms);
  return await work().finally(() => enough);
}

type Handler = (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>;

function watched(watch: Watch, name: string, handle: Handler): Handler {
  return (request, reply) =>
    watch.part(name, async (note) => {
      const answer = await handle(request, reply);
      note('status', reply.statusCode);
      return answer;
    });
}

/** Writes come from our own pages only: JSON, and the browser's own word on where they come from. */
function checkSite(request: FastifyRequest, publicUrl: URL): void {
  if (request.method === 'GET') return;
  const type = request.headers['content-type'] ?? '';
  if (!type.startsWith('application/json')) throw problem('content_type');
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') throw problem('cross_site');
  const { origin, host } = request.headers;
  if (origin === undefined || origin === publicUrl.origin) return;
  // An origin that is none has no host, and a request of HTTP/1.0 may have none either.
  const from = URL.parse(origin)?.host;
  if (from === undefined || from !== host) throw problem('cross_site');
}

function readInput(
  request: FastifyRequest,
  method: string,
  input: ReturnType<typeof Compile>,
  language: Language,
): unknown {
  const raw = method === 'GET' ? input.Convert({ ...(request.query as object) }) : (request.body ?? {});
  if (depth(raw) > depth_limit) throw problem('invalid_input', tooDeep(language));
  if (input.Check(raw)) return raw;
  throw problem('invalid_input', misfit(input.Errors(raw)[0], language));
}

function depth(value: unknown, level = 0): number {
  if (level > depth_limit || typeof value !== 'object' || value === null) return level;
  let deepest = level;
  for (const one of Object.values(value)) deepest = Math.max(deepest, depth(one, level + 1));
  return deepest;
}
