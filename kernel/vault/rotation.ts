import { encrypt } from './cipher.ts';
import type { KeyKeeping, KeyRow } from './keystore.ts';
import { randomPool } from './random.ts';
import { wrappingKey } from './secrets.ts';
import { installation, tryDecrypt, wayTo } from './wrapping.ts';

/** Keys wrapped anew in one go: a reader waits for some milliseconds at most. */
const batch = 500;

const idOf = (row: Pick<KeyRow, 'owner' | 'category'>) => `${row.owner}|${row.category}`;
const isWay = ({ owner, category }: KeyRow) => owner === installation && category.startsWith('way from ');

export interface Rotation {
  /** Wraps the next few anew; `done` when it has been through all of them. */
  readonly step: () => Promise<{ readonly wrapped: number; readonly done: boolean }>;
  /** Takes the ways between old and new away, unless a key under the old one is left. Answers how many are left. */
  readonly finish: () => Promise<number>;
}

/**
 * Changes the master key under which the store's keys are wrapped, while servers go on using them. Can be broken off
 * anywhere and begun again: a key that is wrapped anew already is passed over.
 */
export async function beginRotation(store: KeyKeeping, previous: Buffer, next: Buffer): Promise<Rotation> {
  const random = randomPool();
  const [from, to] = [wrappingKey(previous), wrappingKey(next)];
  await build(store, from, to, random(12));
  await build(store, to, from, random(12));
  let last: KeyRow | null = null;
  const anew = (row: KeyRow) => {
    const plain = isWay(row) ? null : tryDecrypt(from, row.wrapped, idOf(row));
    if (plain === null) return [];
    return [{ from: row, wrapped: encrypt(to, plain, Buffer.from(idOf(row)), random(12)) }];
  };
  return {
    step: async () => {
      const rows = await store.page(last, batch);
      const changes = rows.flatMap(anew);
      const wrapped = changes.length === 0 ? 0 : await store.replace(changes);
      last = rows.at(-1) ?? null;
      return { wrapped, done: rows.length === 0 };
    },
    finish: async () => {
      const left = await countOld(store, from);
      if (left > 0) return left;
      for (const key of [from, to]) await store.remove(installation, wayTo(key));
      return 0;
    },
  };
}

/** Lets whoever knows one of the two keys find the other, for as long as both are in use. */
async function build(store: KeyKeeping, from: Buffer, to: Buffer, nonce: Buffer): Promise<void> {
  const id = `${installation}|${wayTo(from)}`;
  await store.create(installation, wayTo(from), encrypt(from, to, Buffer.from(id), nonce));
}

async function countOld(store: KeyKeeping, from: Buffer): Promise<number> {
  let left = 0;
  let last: KeyRow | null = null;
  for (;;) {
    const rows: readonly KeyRow[] = await store.page(last, 5_000);
    if (rows.length === 0) return left;
    left += rows.filter((row) => !isWay(row) && tryDecrypt(from, row.wrapped, idOf(row)) !== null).length;
    last = rows.at(-1) ?? null;
  }
}
