import type pg from 'pg';

/** Writes down that rows were deleted because their time was over; 0 rows are not written. */
export async function noteDeletion(
  client: Pick<pg.ClientBase, 'query'>,
  kind: string,
  rows: number,
  days: number,
  now: Date,
): Promise<void> {
  if (rows === 0) return;
  await client.query(
    `insert into kernel.deletion as d (day, kind, rows, days) values ($1, $2, $3, $4)
     on conflict (day, kind, days) do update set rows = d.rows + excluded.rows`,
    [now.toISOString().slice(0, 10), kind, rows, days],
  );
}
