import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { backUpKeys, readKeys } from '@axent/kernel/backup';
import { beginRotation, deriveSecrets, type KeyKeeping, ownerHash, ownSecret } from '@axent/kernel/vault';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parseLine } from '../../kernel/vault/shredlist.ts';
import { openVault, Shredded, type Vault } from '../../kernel/vault/vault.ts';
import { type Kind, kinds, type Opened } from './keystores.ts';

// The port of the key store, kept by each of its two kinds.

const [old, next] = [randomBytes(32), randomBytes(32)];
const place = (owner: string) => ({ owner, table: 'app.contact', row: owner });
const vaultOf = (store: KeyKeeping, master = old): Vault => openVault(store, deriveSecrets(master), Date.now);

describe.each(kinds)('keys in %s', (_name, make) => {
  let kind: Kind;
  let opened: Opened;
  let store: KeyKeeping;
  beforeEach(async () => {
    kind = await make();
    opened = await kind.open();
    store = opened.store;
  });
  afterEach(async () => {
    await store.close();
    await kind.close();
  });

  async function all(): Promise<string[]> {
    const names: string[] = [];
    let last = null as Awaited<ReturnType<KeyKeeping['page']>>[number] | null;
    for (;;) {
      const rows: Awaited<ReturnType<KeyKeeping['page']>> = await store.page(last, 3);
      if (rows.length === 0) return names;
      names.push(...rows.map(({ owner, category }) => `${owner} ${category}`));
      last = rows.at(-1) ?? null;
    }
  }

  test('a key is what it was, also for whoever opens the store anew', async () => {
    expect(await store.find('ada', 'contact')).toBeNull();
    const wrapped = randomBytes(60);
    expect(await store.create('ada', 'contact', wrapped)).toEqual(wrapped);
    const again = await kind.open();
    expect(await again.store.find('ada', 'contact')).toEqual(wrapped);
    expect(await again.store.find('ada', 'profile')).toBeNull();
    await again.store.close();
  });

  test('of many that make the same key at the same moment one is the first, and all get hers', async () => {
    const others = await Promise.all([1, 2, 3, 4].map(() => kind.open()));
    for (let turn = 0; turn < 20; turn++) {
      const made = await Promise.all(
        [opened, ...others].map(
          async (one) => await one.store.create(`p${turn}`, 'contact', randomBytes(60)),
        ),
      );
      for (const one of made) expect(one).toEqual(made[0]);
    }
    await Promise.all(others.map((one) => one.store.close()));
  });

  test('a shredded owner is gone in every category, listed, and nobody else is touched', async () => {
    for (const category of ['contact', 'profile']) await store.create('ada', category, randomBytes(60));
    await store.create('ada/voice/device', 'recording', randomBytes(60));
    await store.create('bob', 'contact', randomBytes(60));
    await store.shred('ada');
    expect(await all()).toEqual(['ada/voice/device recording', 'bob contact']);
    await store.shred('ada/voice/device');
    expect((await opened.lines()).map((line) => parseLine(line).owner_hash)).toEqual(
      ['ada', 'ada/voice/device'].map(ownerHash),
    );
    const again = await kind.open();
    expect(await again.lines()).toEqual(await opened.lines());
    await again.store.close();
  });

  test('after a shredding the box opens for nobody, and a new key opens only what is new', async () => {
    const vault = vaultOf(store);
    const before = await vault.seal('contact', { email: 'a@example.org' }, place('ada'));
    await vault.shred('ada');
    await expect(vault.open(before, place('ada'))).rejects.toBeInstanceOf(Shredded);
    const after = await vault.seal('contact', { email: 'b@example.org' }, place('ada'));
    expect(await vault.open(after, place('ada'))).toEqual({ email: 'b@example.org' });
    await expect(vault.open(before, place('ada'))).rejects.toThrow();
  });

  test('keys are paged in one order, whatever the alphabet of their owners', async () => {
    const owners = ['b', 'B', 'a', 'ä', '中', 'day:2026-11-26', 'a/voice/1', 'Z', '_'];
    for (const owner of owners) await store.create(owner, 'contact', randomBytes(60));
    const order = owners.toSorted((one, other) => Buffer.compare(Buffer.from(one), Buffer.from(other)));
    expect(await all()).toEqual(order.map((owner) => `${owner} contact`));
  });

  test('the master key is changed, broken off and begun again: no key is lost, and a shredding meanwhile stays one', async () => {
    const vault = vaultOf(store);
    const boxes = new Map<string, Buffer>();
    for (let number = 0; number < 520; number++) {
      const owner = `person ${String(number).padStart(3, '0')}`;
      boxes.set(owner, await vault.seal('contact', { number }, place(owner)));
    }
    const broken = await beginRotation(store, old, next);
    const rows = (await store.page(null, 10)).filter(({ owner }) => owner.startsWith('person'));
    expect((await broken.step()).wrapped).toBeGreaterThan(400);
    const gone = rows[0]?.owner ?? '';
    await vault.shred(gone);
    expect(await store.replace(rows.map((from) => ({ from, wrapped: from.wrapped })))).toBe(0);
    for (const master of [old, next]) {
      const either = vaultOf(store, master);
      for (const [owner, sealed] of boxes)
        if (owner !== gone) expect(await either.open(sealed, place(owner))).toBeTruthy();
    }
    const rotation = await beginRotation(store, old, next);
    for (let done = false; !done; ) ({ done } = await rotation.step());
    expect(await rotation.finish()).toBe(0);
    const [owner = '', sealed = Buffer.alloc(0)] = [...boxes].find(([name]) => name !== gone) ?? [];
    expect(await vaultOf(store, next).open(sealed, place(owner))).toBeTruthy();
    await expect(vaultOf(store, old).open(sealed, place(owner))).rejects.toThrow(/another master key/);
    await expect(vaultOf(store, next).open(boxes.get(gone) as Buffer, place(gone))).rejects.toBeInstanceOf(
      Shredded,
    );
  });

  test('a backup of the keys brings back all but what was shredded since, and the list goes on', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'axent-keys-backup-'));
    const vault = vaultOf(store);
    const kept = await vault.seal('contact', { kept: true }, place('bob'));
    const lost = await vault.seal('contact', { lost: true }, place('ada'));
    await ownSecret(store, [old], 'ledger key', () => Buffer.from('a key of the log'));
    await vault.shred('earlier');
    const path = join(folder, 'one.keys');
    const made = { path, key: Buffer.alloc(32, 5), now: new Date(), keep_days: 7, store };
    expect(
      await backUpKeys({ ...made, shredded: await opened.lines(), ledger_key: null, ledger_head: null }),
    ).toBe(3);
    await vault.shred('ada');
    const list = await opened.lines();
    await store.close();
    await kind.empty();
    const restoring = {
      path,
      key: made.key,
      ledger_key_file: join(folder, 'ledger.key'),
      shredded: list,
    };
    const discarded = await readKeys({ ...restoring, target: await kind.target() });
    await discarded.discard();
    const restored = await readKeys({ ...restoring, target: await kind.target() });
    expect(restored).toMatchObject({ keys: 2, shredded: 1, hasLedgerKey: true });
    await restored.put();
    await restored.discard();
    opened = await kind.open();
    store = opened.store;
    expect(await opened.lines()).toEqual(list);
    expect(await vaultOf(store).open(kept, place('bob'))).toEqual({ kept: true });
    await expect(vaultOf(store).open(lost, place('ada'))).rejects.toBeInstanceOf(Shredded);
    expect((await ownSecret(store, [old], 'ledger key', () => null))?.toString()).toBe('a key of the log');
    await store.shred('later');
    expect((await opened.lines()).length).toBe(list.length + 1);
    rmSync(folder, { recursive: true, force: true });
  });
});
