import type { KeyStore } from './keystore.ts';
import { wrappingKey } from './secrets.ts';
import { installation, openWrapping } from './wrapping.ts';

/**
 * A secret of the installation's own that lies in the key store, wrapped by the master key like every key there, so
 * that each server of the installation has the same. `make` brings it at the first time; null: there is none.
 * @param masters the master key, then the one before it, if any.
 */
export async function ownSecret(
  store: KeyStore,
  masters: readonly Buffer[],
  name: string,
  make: () => Buffer | null,
): Promise<Buffer | null> {
  const wrapping = openWrapping(store, masters.map(wrappingKey));
  const id = `${installation}|${name}`;
  let wrapped = await store.find(installation, name);
  if (wrapped === null) {
    const made = make();
    if (made === null) return null;
    wrapped = await store.create(installation, name, await wrapping.wrap(made, id));
  }
  return await wrapping.unwrap(wrapped, id);
}
