import { randomUUID } from 'node:crypto';
import { uuidv7 } from '../../kernel/vault/identifier.ts';
import { standingOf } from '../closing/people.ts';
import type { Visitor } from '../visitor.ts';
import type { World } from '../world.ts';
import { type Day, resolved } from './register.ts';

export interface MatterRow {
  readonly ground: string;
  readonly basis: string;
  readonly area: string;
  readonly purpose: string;
  readonly roles: readonly string[];
  readonly categories: readonly string[];
  readonly ends_on: string | number;
  readonly approved: boolean;
  readonly ended: boolean;
  readonly tell_from: Day;
  readonly keeps_withheld: boolean;
}

const usual: MatterRow = {
  ground: 'E.3',
  basis: 'GDPR Art. 6(1)(c)',
  area: 'eu_ch',
  purpose: 'security',
  roles: ['security'],
  categories: ['contact'],
  ends_on: 10,
  approved: true,
  ended: false,
  tell_from: null,
  keeps_withheld: false,
};

/** Two officers, so that one is never both. */
async function officers(world: World): Promise<[string, string]> {
  const ids = [uuidv7(Date.now()), uuidv7(Date.now())] as [string, string];
  await world.kernel.pools.owner.query(
    `insert into kernel.person (id, kind) select unnest($1::uuid[]), 'staff'`,
    [ids],
  );
  return ids;
}

/** A matter that stands, behind the console's back: the console has tests of its own. */
export async function matterOf(
  world: World,
  people: readonly Visitor[],
  changed: Partial<MatterRow> = {},
): Promise<{ readonly id: string; readonly name: string }> {
  const row = { ...usual, ...changed };
  const id = randomUUID();
  const name = `Case ${id.slice(0, 8)}`;
  const [first, second] = await officers(world);
  const { owner } = world.kernel.pools;
  await owner.query(
    `insert into kernel.matter (id, ground, name, basis, provision, area, purpose, roles, categories, evidence,
       proposed_by, proposed_at, approved_by, approved_at, ends_on, ended_at, tell_from, keeps_withheld)
     values ($1, $2, $3, $4, 'Order of the court of 3 November', $5, $6, $7, $8, sha256('evidence'), $9, now(),
       case when $10 then $11::uuid end, case when $10 then now() end, $12, case when $13 then now() end, $14, $15)`,
    [
      id,
      row.ground,
      name,
      row.basis,
      row.area,
      row.purpose,
      row.roles,
      row.categories,
      first,
      row.approved,
      second,
      resolved(row.ends_on),
      row.ended,
      resolved(row.tell_from),
      row.keeps_withheld,
    ],
  );
  for (const visitor of people) {
    const { person } = await standingOf(world, visitor);
    await owner.query('insert into kernel.matter_person (person_id, matter) values ($1, $2)', [person, id]);
  }
  return { id, name };
}
