import { type Box, problem, type Sealed, type Use } from '@axent/kernel';
import { isEmpty } from '../profile.ts';
import * as storage from './storage.ts';

type Service = Use<'service'>;
type Place = Parameters<Service['collect']>[2];

interface Change<K extends storage.Kind, V> {
  readonly to: (before: Box<K> | null) => Promise<V>;
  readonly seal: (value: V, place: Place) => Promise<Sealed<K>>;
}

/** Tries of a first change that met another one: after the first, there is a row to wait for. */
const tries_at_most = 3;

/** Keeps what a value becomes; one with nothing in it leaves no row behind. */
export async function keepOne<K extends storage.Kind, V extends Readonly<Record<string, string | null>>>(
  use: Service,
  kind: K,
  { to, seal }: Change<K, V>,
): Promise<V> {
  for (let tries = 0; tries < tries_at_most; tries++) {
    const before = await storage.own(use, kind, true);
    const value = await to(before);
    if (isEmpty(value)) {
      await storage.drop(use, kind);
      return value;
    }
    const id = before?.row ?? use.newId();
    const sealed = await seal(value, { table: storage.tables[kind], id });
    if (before !== null) {
      await storage.replace(use, kind, sealed);
      return value;
    }
    if (await storage.add(use, kind, { id, person_id: use.person ?? '', sealed })) return value;
  }
  throw problem('busy');
}
