import { type Connection, statement } from '../database/rows.ts';
import { categoryOf, dayOwner, type Sealed, type Value } from '../vault/box.ts';
import { uuidv7 } from '../vault/identifier.ts';
import { Shredded } from '../vault/vault.ts';
import type { Kernel } from './parts.ts';
import { problem } from './problem.ts';

/** A sealed value of a row that belongs to no person, under the key of its day (ISO date). */
export interface DayBox {
  readonly table: string;
  readonly row: string;
  readonly day: string;
  readonly sealed: Sealed<'log'>;
}

interface Unsealing {
  readonly kernel: Kernel;
  readonly client: Connection;
  /** Asks the gate, and notes what was read. Throws the refusal. */
  readonly note: (category: 'log') => void;
}

/** A row is written a moment after the request that it is about. */
const written_within_ms = 300_000;

/**
 * `use.unseal`: opens addresses for an incident that stands, of its window alone. When a row was made stands in its id,
 * to which its box is bound: no claim about it is believed.
 */
export async function unseal(
  { kernel, client, note }: Unsealing,
  incident: string,
  boxes: readonly DayBox[],
): Promise<readonly (Value<'log'> | null)[] | null> {
  note('log');
  const now = new Date(kernel.clock());
  const { rows } = await client.query<{ from_at: Date; until_at: Date }>(
    statement('select from_at, until_at from kernel.incident_window($1, $2)', [incident, now]),
  );
  const [window] = rows;
  if (window === undefined) return null;
  for (const { row, sealed } of boxes) {
    const made_at = Number.parseInt(row.replaceAll('-', '').slice(0, 12), 16);
    const inside =
      made_at >= window.from_at.getTime() && made_at <= window.until_at.getTime() + written_within_ms;
    if (!inside || categoryOf(sealed) !== 'log') throw problem('not_allowed');
  }
  await client.query(
    statement('select kernel.note_unsealing($1, $2, $3, $4)', [
      uuidv7(now.getTime()),
      incident,
      boxes.length,
      now,
    ]),
  );
  return await Promise.all(boxes.map((box) => open(kernel, box)));
}

async function open(kernel: Kernel, { table, row, day, sealed }: DayBox): Promise<Value<'log'> | null> {
  try {
    return (await kernel.vault.open(sealed, { owner: dayOwner(day), table, row })) as Value<'log'>;
  } catch (error) {
    if (error instanceof Shredded) return null;
    throw error;
  }
}
