import pg from 'pg';
import { expect, test } from 'vitest';
import { testDatabase } from '../../tests/database.ts';
import { packed } from './arrays.ts';

test('an array in binary form is what PostgreSQL reads in it, nulls and the years before 2000 included', async () => {
  const database = await testDatabase();
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  try {
    const id = '01890000-0000-7000-8000-00000000abcd';
    const { rows } = await client.query(
      `select $1::uuid[] as uuid, $2::text[] as text, $3::bytea[] as bytea, $4::smallint[] as smallint, $5::real[] as real,
         $6::date[]::text[] as date, $7::timestamptz[] as timestamptz, $8::text[] as empty`,
      [
        packed('uuid', [id, null]),
        packed('text', ['ä{,"}\\', null, '']),
        packed('bytea', [Buffer.from([0, 255]), null]),
        packed('smallint', [-2, 404]),
        packed('real', [0.5, -1.25]),
        packed('date', ['2026-11-25', '1999-12-31', null]),
        packed('timestamptz', [new Date('2026-11-25T22:00:00.123Z'), new Date('1970-01-01T00:00:00Z')]),
        packed('text', []),
      ],
    );
    expect(rows[0]).toEqual({
      uuid: [id, null],
      text: ['ä{,"}\\', null, ''],
      bytea: [Buffer.from([0, 255]), null],
      smallint: [-2, 404],
      real: [0.5, -1.25],
      date: ['2026-11-25', '1999-12-31', null],
      timestamptz: [new Date('2026-11-25T22:00:00.123Z'), new Date('1970-01-01T00:00:00Z')],
      empty: [],
    });
    expect(() => packed('uuid', ['no uuid'])).toThrow(TypeError);
  } finally {
    await client.end();
    await database.drop();
  }
});
