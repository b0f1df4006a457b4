import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Contract } from './contract.ts';

const gzipped = promisify(gzip);
/** Less than a packet gains nothing. */
const least_bytes = 2_000;

/**
 * Sends an answer, compressed where it is public (no acceptance asked, nothing of a person in it) and long enough:
 * the notice is 100 KB of words. Personal answers stay as they are, so that their length tells nothing of secrets.
 */
export async function sendAnswer(
  request: FastifyRequest,
  reply: FastifyReply,
  contract: Contract,
  answer: unknown,
): Promise<FastifyReply> {
  reply.code(200);
  const type = contract.file?.type ?? 'application/json';
  if (contract.file?.name) reply.header('content-disposition', `inline; filename="${contract.file.name}"`);
  const accepts = /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''));
  if (contract.acceptance || contract.method !== 'GET')
    return reply.type(`${type}; charset=utf-8`).send(answer);
  reply.header('vary', 'accept-encoding');
  const text = reply.serialize(answer) as string;
  reply.type(`${type}; charset=utf-8`);
  if (!accepts || text.length < least_bytes) return reply.send(Buffer.from(text));
  return reply.header('content-encoding', 'gzip').send(await gzipped(text));
}
