import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { contact } from '@axent/account/contract';
import {
  beginRotation,
  deriveSecrets,
  type KeyKeeping,
  openKeyStore,
  openSecrets,
} from '@axent/kernel/vault';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openVault, type Vault } from '../../kernel/vault/vault.ts';
import { openWorld, type World } from '../world.ts';

const [old, next] = [Buffer.alloc(32, 7), randomBytes(32)];
const people = 700;

let folder: string;
let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(async () => {
  expect(world.faults.map((one) => one.message)).toEqual([]);
  await world.close();
});
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'axent-rotation-'));
  return () => rmSync(folder, { recursive: true, force: true });
});

const place = (owner: string) => ({ owner, table: 'app.contact', row: owner });
const vaultOf = (store: KeyKeeping, master: Buffer): Vault =>
  openVault(store, deriveSecrets(master), Date.now);

async function complete(rotation: Awaited<ReturnType<typeof beginRotation>>): Promise<number> {
  let wrapped = 0;
  for (;;) {
    const step = await rotation.step();
    wrapped += step.wrapped;
    if (step.done) return wrapped;
  }
}

/** A store of its own with boxes in it. */
async function filled(): Promise<{ store: KeyKeeping; boxes: readonly (readonly [string, Buffer])[] }> {
  const store = openKeyStore(join(folder, 'keys.sqlite'));
  const vault = vaultOf(store, old);
  const boxes: (readonly [string, Buffer])[] = [];
  for (let number = 0; number < people; number++) {
    const owner = `person ${number}`;
    boxes.push([owner, await vault.seal('contact', { number }, place(owner))]);
  }
  return { store, boxes };
}

test('S.loss @operation: the master key is changed under reads and writes, and nobody is turned away', async () => {
  const store = openKeyStore(join(world.folder, 'keys.sqlite'));
  const visitors = await Promise.all(
    [1, 2, 3].map(async (n) => (await world.visitor().accept()).signIn(`rotating${n}@example.org`)),
  );
  let going = true;
  let answered = 0;
  const using = visitors.map(async (visitor, n) => {
    for (let turn = 0; going; turn++) {
      world.kernel.vault.forget();
      const { status, body } = await visitor.call(contact, {});
      expect([status, body.email]).toEqual([200, `rotating${n + 1}@example.org`]);
      const added = `new${n}-${turn}`;
      const sealed = await world.kernel.vault.seal('contact', { added }, place(added));
      world.kernel.vault.forget();
      expect(await world.kernel.vault.open(sealed, place(added))).toEqual({ added });
      answered += 1;
    }
  });
  for (let number = 0; number < people; number++)
    await world.kernel.vault.seal('contact', { number }, place(`person ${number}`));
  const rotation = await beginRotation(store, old, next);
  expect(await complete(rotation)).toBeGreaterThanOrEqual(people);
  const then = answered;
  while (answered < then + 6) await new Promise((resolve) => setTimeout(resolve, 10));
  going = false;
  await Promise.all(using);
  // A server that has the new key alone, and those that still have the old one alone, read the same boxes.
  const both = [vaultOf(store, next), vaultOf(store, old)];
  const sealed = await world.kernel.vault.seal('contact', { after: true }, place('after'));
  for (const vault of both) expect(await vault.open(sealed, place('after'))).toEqual({ after: true });
  await store.close();
});

test('broken off anywhere, it goes on: no key is lost, none is left', async () => {
  const { store, boxes } = await filled();
  const broken = await beginRotation(store, old, next);
  const first = (await broken.step()).wrapped;
  expect(first).toBeGreaterThan(0);
  await store.close();
  const again = openKeyStore(join(folder, 'keys.sqlite'));
  for (const master of [old, next]) {
    const vault = vaultOf(again, master);
    for (const [owner, sealed] of boxes) expect(await vault.open(sealed, place(owner))).toBeTruthy();
  }
  const rotation = await beginRotation(again, old, next);
  expect(await complete(rotation)).toBe(people - first);
  expect(await rotation.finish()).toBe(0);
  const after = vaultOf(again, next);
  for (const [owner, sealed] of boxes) expect(await after.open(sealed, place(owner))).toBeTruthy();
  const [[owner, sealed] = ['', Buffer.alloc(0)]] = boxes;
  await expect(vaultOf(again, old).open(sealed, place(owner))).rejects.toThrow(/another master key/);
  await again.close();
});

test('what a server with the old key makes meanwhile keeps the old key from being let go', async () => {
  const { store } = await filled();
  const rotation = await beginRotation(store, old, next);
  await complete(rotation);
  await vaultOf(store, old).seal('contact', {}, place('late'));
  expect(await rotation.finish()).toBe(1);
  const second = await beginRotation(store, old, next);
  expect(await complete(second)).toBe(1);
  expect(await second.finish()).toBe(0);
  await store.close();
});

test('a shredding in the middle of it stays one', async () => {
  const { store, boxes } = await filled();
  const vault = vaultOf(store, old);
  const rotation = await beginRotation(store, old, next);
  const rows = await store.page(null, 10);
  const [owner, sealed] = boxes[0] ?? ['', Buffer.alloc(0)];
  await vault.shred(owner);
  const changes = rows.filter((row) => row.owner === owner).map((from) => ({ from, wrapped: from.wrapped }));
  expect(await store.replace(changes)).toBe(0);
  await complete(rotation);
  await expect(vaultOf(store, next).open(sealed, place(owner))).rejects.toThrow(/gone/);
  await store.close();
});

test('an installation from before keeps its hashes and logins, whatever its master key becomes', async () => {
  const { store } = await filled();
  const before = deriveSecrets(old).keyedHash('identifier', 'email|ada@example.org');
  const options = { store, previous: null, isOlder: async () => true };
  const first = await openSecrets({ ...options, master: old });
  expect(first.keyedHash('identifier', 'email|ada@example.org')).toEqual(before);
  const rotation = await beginRotation(store, old, next);
  await complete(rotation);
  await rotation.finish();
  const changed = await openSecrets({ ...options, master: next });
  expect(changed.keyedHash('identifier', 'email|ada@example.org')).toEqual(before);
  await expect(openSecrets({ ...options, master: old })).rejects.toThrow('MASTER_KEY_PREVIOUS');
  await store.close();
});

test('a new installation derives from a secret of its own, not from the master key', async () => {
  const store = openKeyStore(join(folder, 'new.sqlite'));
  const options = { store, master: old, previous: null, isOlder: async () => false };
  const secrets = await openSecrets(options);
  expect(secrets.derive('identifier')).not.toEqual(deriveSecrets(old).derive('identifier'));
  expect((await openSecrets(options)).derive('identifier')).toEqual(secrets.derive('identifier'));
  await store.close();
});
