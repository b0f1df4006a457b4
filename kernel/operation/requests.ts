import type { Language } from '@axent/policy/shape';
import { type Connection, statement } from '../database/rows.ts';
import type { PersonId, RowId } from '../vault/identifier.ts';

export interface Filed {
  readonly id: RowId;
  readonly kind: 'access' | 'correction' | 'objection' | 'erasure' | 'recovery';
  /** Keyed hash of the address that was proved; null: asked in a session. */
  readonly address: Buffer | null;
  /** How the account of that address would be found. */
  readonly identifier: Buffer | null;
  readonly language: Language;
  readonly due_at: Date;
}

/** The request that an operation holds. */
export interface HeldRequest {
  readonly id: string;
  readonly kind: Filed['kind'];
  /** The person of the account; null: nobody's. */
  readonly asker: PersonId | null;
  /** In which they asked. */
  readonly language: Language;
}

/** Writes one down; answers why not, or what is held from now on. */
export async function fileRequest(
  client: Connection,
  filed: Filed,
  now: Date,
): Promise<{ readonly refusal: string } | { readonly held: HeldRequest }> {
  const { id, kind, address, identifier, language, due_at } = filed;
  const { rows } = await client.query<{ refusal: string | null }>(
    statement('select kernel.file_request($1, $2, $3, $4, $5, $6, $7) as refusal', [
      id,
      kind,
      address,
      identifier,
      language,
      now,
      due_at,
    ]),
  );
  const refusal = rows[0]?.refusal ?? null;
  if (refusal !== null) return { refusal };
  const held = await holdRequest(client, id, address, now);
  if (held === null) throw new Error('A request that was filed is not held.');
  return { held };
}

export async function holdRequest(
  client: Connection,
  id: string,
  address: Buffer | null,
  now: Date,
): Promise<HeldRequest | null> {
  const { rows } = await client.query<Omit<HeldRequest, 'id'>>(
    statement('select * from kernel.hold_request($1, $2, $3)', [id, address, now]),
  );
  const row = rows[0];
  return row === undefined ? null : { id, ...row };
}
