import { type Algorithm, hash, verify } from '@node-rs/argon2';

/** OWASP's parameters for argon2id: 19 MiB, two passes, one lane. KiB, rounds, lanes. */
const parameters = {
  // argon2id: the library names it by a constant that is not there at run time.
  algorithm: 2 as Algorithm,
  memoryCost: 19_456,
  timeCost: 2,
  parallelism: 1,
} as const;

/** How every hash begins that was made with these parameters (PHC string format). */
const beginning = `$argon2id$v=19$m=${parameters.memoryCost},t=${parameters.timeCost},p=${parameters.parallelism}$`;

/** @param peppered the password under the installation's secret, so that a stolen table alone is worth nothing */
export async function hashPassword(peppered: string): Promise<string> {
  return await hash(peppered, parameters);
}

/** @param held null: nobody's; the same work is done, and the answer is no */
export async function matchesPassword(held: string | null, peppered: string): Promise<boolean> {
  if (held !== null) return await verify(held, peppered);
  await hashPassword(peppered);
  return false;
}

/** Whether it was made with other parameters than are used now. */
export function isOutdated(held: string): boolean {
  return !held.startsWith(beginning);
}
