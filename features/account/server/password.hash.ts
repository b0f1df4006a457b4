import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const derive = promisify(argon2);

/** OWASP's parameters for argon2id: 19 MiB, two passes, one lane. KiB, rounds, lanes. */
const parameters = { memory: 19_456, passes: 2, parallelism: 1 } as const;
const tag_bytes = 32;
const salt_bytes = 16;

/** As the PHC string format writes it. */
const format = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/;

const text = (bytes: Buffer) => bytes.toString('base64').replace(/=+$/, '');

/** @param peppered the password under the installation's secret, so that a stolen table alone is worth nothing */
export async function hashPassword(peppered: Buffer): Promise<string> {
  const nonce = randomBytes(salt_bytes);
  const tag = await derive('argon2id', { message: peppered, nonce, tagLength: tag_bytes, ...parameters });
  const { memory, passes, parallelism } = parameters;
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${text(nonce)}$${text(tag)}`;
}

/** @param hash null: nobody's; the same work is done, and the answer is no */
export async function matchesPassword(hash: string | null, peppered: Buffer): Promise<boolean> {
  const [, m, t, p, salt, tag] = format.exec(hash ?? '') ?? [];
  if (salt === undefined || tag === undefined) {
    await hashPassword(peppered);
    return false;
  }
  const expected = Buffer.from(tag, 'base64');
  const made = await derive('argon2id', {
    message: peppered,
    nonce: Buffer.from(salt, 'base64'),
    tagLength: expected.length,
    memory: Number(m),
    passes: Number(t),
    parallelism: Number(p),
  });
  return timingSafeEqual(made, expected);
}

/** Whether it was made with other parameters than are used now. */
export function isOutdated(hash: string): boolean {
  const { memory, passes, parallelism } = parameters;
  return !hash.startsWith(`$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$`);
}
