import { randomBytes } from 'node:crypto';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Contract } from '@axent/kernel';
import type { Visitor } from '../visitor.ts';
import { contracts, insider } from './contracts.ts';
import type { Stage } from './stage.ts';

export interface Gateway {
  readonly base: string;
  readonly port: number;
  /** Requests that went through. */
  readonly tried: () => number;
  /** Answers of 500 and above, and answers that never came. */
  readonly faults: () => readonly string[];
  readonly close: () => void;
}

const people_each = 6;
const faults_kept = 20;

/**
 * Stands where the operator's proxy stands, for tools that know neither sessions nor limits: each request comes from
 * an address of its own, in the session of somebody whom the operation lets in, so that the tool reaches what is
 * behind the door. It counts for itself what a tool has tried.
 */
export async function openGateway(stage: Stage): Promise<Gateway> {
  const target = new URL(stage.base);
  const byPath = new Map<string, Contract>(contracts.map((one) => [one.path, one]));
  const people = new Map<string, Visitor[]>();
  let tried = 0;
  const faults: string[] = [];
  const note = (line: string) => {
    if (faults.length < faults_kept && !faults.includes(line)) faults.push(line);
  };
  const cookieFor = async (path: string): Promise<string> => {
    const contract = byPath.get(path);
    const actor = contract === undefined ? 'visitor' : insider(contract);
    const there = people.get(actor) ?? [];
    people.set(actor, there);
    if (there.length < people_each) there.push(await stage.arrive(actor));
    const one = there[tried % there.length];
    return [...(one?.cookies ?? [])].map(([name, value]) => `${name}=${value}`).join('; ');
  };
  const renew = (path: string) => {
    const contract = byPath.get(path);
    if (contract !== undefined) people.get(insider(contract))?.splice(0, people_each);
  };
  const server = createServer(async (incoming, outgoing) => {
    tried += 1;
    const path = (incoming.url ?? '/').split('?')[0] ?? '/';
    const [a = 0, b = 0, c = 0] = randomBytes(3);
    const headers = {
      ...incoming.headers,
      'x-forwarded-for': `10.${a}.${b}.${c}`,
      cookie: [incoming.headers.cookie, await cookieFor(path)].filter(Boolean).join('; '),
    };
    const { method, url } = incoming;
    const onward = request({ host: '127.0.0.1', port: target.port, method, path: url, headers }, (answer) => {
      const status = answer.statusCode ?? 0;
      if (status >= 500) note(`${method} ${path} answered ${status}`);
      if (status === 401) renew(path);
      outgoing.writeHead(status, answer.headers);
      answer.pipe(outgoing);
    });
    onward.on('error', (error) => {
      // Whoever hung up first is no fault of the server's.
      if (!incoming.destroyed || !outgoing.destroyed) note(`${method} ${path}: ${error.message}`);
      outgoing.destroy();
    });
    incoming.pipe(onward);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    base: `http://127.0.0.1:${port}`,
    port,
    tried: () => tried,
    faults: () => faults,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
