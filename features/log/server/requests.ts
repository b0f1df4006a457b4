import type { RequestFacts } from '@axent/kernel';
import Bowser from 'bowser';
import { regionText } from '../log.ts';
import type { FindRegion } from './region.ts';

/** One request as it will be logged. The address is there only until it is sealed. */
export interface LoggedRequest {
  /** A session token's hash that has to be looked up before it is known how much may be kept. */
  readonly claims: Buffer | null;
  readonly at: Date;
  readonly operation: string;
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly duration_ms: number;
  readonly code: string | null;
  readonly browser: string;
  readonly region: string;
  /** Null for a request in a person's session. */
  readonly address: string | null;
}

/** More than these wait only while the database is away; the oldest go first. */
const waiting_at_most = 50_000;
const families = new Set<string>(Object.values(Bowser.BROWSER_MAP));
/** What browsers say of themselves repeats, and reading it costs more than all the rest of a row. */
const known_agents = 2_000;
const agent_length = 500;

/** Requests on their way to the log, reduced at once to what the log may hold. */
export class RequestLog {
  readonly #findRegion: FindRegion;
  readonly #clock: () => number;
  #waiting: LoggedRequest[] = [];
  readonly #families = new Map<string, string>();

  constructor(findRegion: FindRegion, clock: () => number) {
    this.#findRegion = findRegion;
    this.#clock = clock;
  }

  /** Requests that are not written down yet. */
  get waiting(): number {
    return this.#waiting.length;
  }

  note(facts: RequestFacts): void {
    const { operation, method, path, status, duration_ms, code, known, claims = null } = facts;
    this.#waiting.push({
      at: new Date(this.#clock()),
      operation,
      method,
      path,
      status,
      duration_ms,
      code,
      browser: this.#familyOf(facts.userAgent),
      region: regionText(this.#findRegion(facts.address), known),
      address: known ? null : facts.address,
      claims,
    });
    if (this.#waiting.length > waiting_at_most) this.#waiting.shift();
  }

  #familyOf(userAgent: string): string {
    const agent = userAgent.slice(0, agent_length);
    const known = this.#families.get(agent);
    if (known !== undefined) return known;
    if (this.#families.size >= known_agents) this.#families.delete(this.#families.keys().next().value ?? '');
    const family = familyOf(agent);
    this.#families.set(agent, family);
    return family;
  }

  /** The oldest, in order; they count as logged unless they are put back. */
  take(count: number): LoggedRequest[] {
    return this.#waiting.splice(0, count);
  }

  putBack(rows: readonly LoggedRequest[]): void {
    this.#waiting = [...rows, ...this.#waiting];
  }
}

/** The request came in a person's session after all: the country is all that is kept. */
export function ofKnown(request: LoggedRequest): LoggedRequest {
  return { ...request, address: null, region: request.region.split('-')[0] ?? 'unknown' };
}

/** Only names from a fixed list: a user agent may say anything of itself. */
function familyOf(userAgent: string): string {
  if (userAgent === '') return 'unknown';
  const name = Bowser.parse(userAgent).browser.name ?? '';
  return families.has(name) ? name : 'other';
}
