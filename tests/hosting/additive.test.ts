import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { objectsOf, takes } from './additive.ts';
import { migrationsOf, previousRelease } from './release.ts';

const root = join(import.meta.dirname, '../..');
const earlier = migrationsOf(previousRelease());
const before = await objectsOf(earlier.map(({ text }) => text));
const now = globSync('{kernel,features}/**/migrations/*.sql', {
  cwd: root,
  exclude: (path) => /(^|\/)node_modules$/.test(path),
}).sort();

test('a migration of the previous release is never edited, moved or taken away', () => {
  expect(earlier.length).toBeGreaterThan(5);
  const changed = earlier.filter(
    ({ path, text }) => !now.includes(path) || readFileSync(join(root, path), 'utf8') !== text,
  );
  expect(changed.map(({ path }) => path)).toEqual([]);
});

test('what came since only adds: the previous release misses nothing that it had', async () => {
  expect(before.size).toBeGreaterThan(40);
  const fresh = now.filter((path) => !earlier.some((one) => one.path === path));
  const faults = await Promise.all(
    fresh.map(async (path) => {
      const found = await takes(readFileSync(join(root, path), 'utf8'), before);
      return found.map((fault) => `${path}: ${fault}`);
    }),
  );
  expect(faults.flat()).toEqual([]);
});

test.each([
  ['drop table app.contact', 'drops app.contact'],
  ['drop function kernel.enter(bytea)', 'drops kernel.enter'],
  ['alter table app.contact drop column sealed', 'DropColumn sealed'],
  ['alter table app.contact rename column sealed to box', 'Rename is not among'],
  ['alter table app.contact rename to people', 'Rename is not among'],
  ['alter table app.contact alter column sealed type text', 'AlterColumnType sealed'],
  ['alter table app.contact alter column sealed set not null', 'SetNotNull sealed'],
  ['alter table app.contact add column kind text not null', 'must be given'],
  ['alter table app.contact add constraint one check (true)', 'AddConstraint'],
  ['alter table app.contact disable row level security', 'DisableRowSecurity'],
  ['create unique index on app.contact (sealed)', 'a unique index'],
  ['create policy p on app.contact as restrictive using (false)', 'a restrictive policy'],
  ['delete from app.store', 'Delete is not among'],
  ['truncate app.store', 'Truncate is not among'],
  ['update app.store set name = id', 'changes rows'],
  ['do $$ begin execute $e$drop table app.store$e$; end $$', 'Do is not among'],
  ['revoke all on app.contact from public', 'Grant is not among'],
  ['create rule r as on insert to app.store do instead nothing', 'Rule is not among'],
  [
    'create trigger t before insert on app.store execute function kernel.purpose()',
    'CreateTrig is not among',
  ],
  ['select 1; drop table app.contact', 'Select is not among'],
])('planted: %s', async (text, fault) => {
  expect((await takes(text, before)).join(' · ')).toContain(fault);
});

test.each([
  'create table app.note (id uuid primary key, text text not null)',
  'create table app.note (id uuid); alter table app.note drop column id; drop table app.note',
  'alter table app.contact add column kind text',
  `alter table app.contact add column kind text not null default 'home'`,
  'create index on app.contact (person_id)',
  'create or replace function kernel.purpose() returns text language sql as $$ select 1 $$',
  `comment on column app.contact.id is 'category: none'`,
  'create policy more on app.contact for select using (true)',
])('only adds: %s', async (text) => {
  expect(await takes(text, before)).toEqual([]);
});
