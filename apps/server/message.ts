import type { IncomingMessage } from 'node:http';
import { problem } from '@axent/kernel';
import type { FastifyInstance } from 'fastify';

/** Refuses what a proxy in front may read otherwise than Node does: two hosts, or a request that names no version. */
export function refuseAmbiguous(app: FastifyInstance): void {
  app.addHook('onRequest', (request, reply, done) => {
    if (!isAmbiguous(request.raw)) return done();
    reply.header('connection', 'close');
    return done(problem('malformed', {}, 400));
  });
}

function isAmbiguous({ httpVersionMajor, rawHeaders }: IncomingMessage): boolean {
  if (httpVersionMajor < 1) return true;
  let hosts = 0;
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const name = rawHeaders[at] ?? '';
    if (name.length === 4 && name.toLowerCase() === 'host') hosts += 1;
  }
  return hosts > 1;
}
