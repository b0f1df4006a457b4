import { randomBytes } from 'node:crypto';
import type { KeyStore } from './keystore.ts';
import { deriveSecrets, type Secrets } from './secrets.ts';
import { installation, openWrapping } from './wrapping.ts';

const category = 'lookup';
const id = `${installation}|${category}`;

export interface SecretsOptions {
  readonly store: KeyStore;
  readonly master: Buffer;
  /** The master key before this one, while keys are still wrapped under it. */
  readonly previous: Buffer | null;
  /** Whether hashes and logins were already derived in this installation, from the master key itself. */
  readonly isOlder: () => Promise<boolean>;
}

/**
 * The installation's secrets. What hashes and logins are derived from is a key in the store like any other, wrapped
 * by the master key, so that the master key can be changed while every lookup stays as it is. An installation from
 * before there was such a key keeps deriving from its first master key, which becomes it.
 * @throws an Error that says so when the master key does not open the store.
 */
export async function openSecrets({ store, master, previous, isOlder }: SecretsOptions): Promise<Secrets> {
  const plain = deriveSecrets(master, master, previous ?? undefined);
  const wrapping = openWrapping(store, plain.wrapping);
  const wrapped =
    (await store.find(installation, category)) ??
    (await store.create(
      installation,
      category,
      await wrapping.wrap((await isOlder()) ? (previous ?? master) : randomBytes(32), id),
    ));
  try {
    return deriveSecrets(master, await wrapping.unwrap(wrapped, id), previous ?? undefined);
  } catch (cause) {
    throw new Error(
      'The key store was made with another master key. Set the MASTER_KEY that belongs to it; while you change ' +
        'keys, set the earlier one as MASTER_KEY_PREVIOUS.',
      { cause },
    );
  }
}
