import { createHash } from 'node:crypto';
import { type Connection, statement } from '../database/rows.ts';
import { type DocumentType, documentType, ends_bytes } from '../media/kind.ts';
import { MediaMissing } from '../media/media.ts';
import { uuidv7 } from '../vault/identifier.ts';
import type { Kernel } from './parts.ts';
import { problem } from './problem.ts';

/** The written evidence of a matter: an authority's order as a document, sealed under a key of its own. */
export interface Evidence {
  /** Takes the next piece of a document, which counts once its last piece is there and it is the one proposed. */
  readonly take: (matter: string, piece: EvidencePiece) => Promise<void>;
  /** Hands out the document and notes who looked at it; null: none is attached. */
  readonly look: (matter: string) => Promise<Document | null>;
}

interface EvidencePiece {
  /** From 0. */
  readonly number: number;
  readonly last: boolean;
  readonly content: Buffer;
}

interface Document {
  readonly type: DocumentType;
  readonly content: Buffer;
}

const evidence_most_bytes = 5 * 1024 * 1024;

/** The category of its key; what is sealed is the matter's, and no category of the policy. */
const category = 'evidence';

export const evidenceKey = (item: string): string => `media:${item}`;

const placeOf = (matter: string, item: string, name: string) => ({
  owner: evidenceKey(item),
  table: 'media',
  row: `${matter}/${name}`,
});

const pieceName = (item: string, number: number) => `${item}.${number}`;

export function evidenceOf(kernel: Kernel, client: Connection, now: Date): Evidence {
  const { vault, media } = kernel;
  const opened = (matter: string, item: string, name: string) =>
    vault.openStream(category, media.read(name), placeOf(matter, item, name));
  const keep = async (matter: string, item: string, name: string, source: AsyncIterable<Buffer>) =>
    await media.write(name, vault.sealStream(category, source, placeOf(matter, item, name)));

  const complete = async (matter: string, item: string, pieces: number): Promise<void> => {
    const looked = lookingAt(joined(pieces, (number) => opened(matter, item, pieceName(item, number))));
    await keep(matter, item, item, looked.source);
    const { hash, type, bytes } = looked.found();
    if (type === null) throw problem('evidence_kind');
    const { rows } = await client.query<{ refusal: string | null }>(
      statement('select kernel.evidence_whole($1, $2, $3, $4, $5) as refusal', [
        matter,
        item,
        hash,
        type,
        bytes,
      ]),
    );
    const refusal = rows[0]?.refusal ?? null;
    if (refusal !== null) throw problem(refusal);
    for (let number = 0; number < pieces; number++) await media.remove(pieceName(item, number));
  };

  return {
    take: async (matter, { number, last, content }) => {
      const { rows } = await client.query<{ refusal: string | null; item: string }>(
        statement('select * from kernel.evidence_arrives($1, $2, $3, $4)', [
          matter,
          uuidv7(now.getTime()),
          number === 0,
          now,
        ]),
      );
      const { refusal = 'matter_unknown', item = '' } = rows[0] ?? {};
      if (refusal !== null) throw problem(refusal, {}, refusal === 'matter_unknown' ? 404 : 422);
      await keep(matter, item, pieceName(item, number), once(content));
      if (last) await complete(matter, item, number + 1).catch(asProblem);
    },
    look: async (matter) => {
      const { rows } = await client.query<{ item: string; type: DocumentType }>(
        statement('select * from kernel.look_at_evidence($1, $2, $3)', [matter, uuidv7(now.getTime()), now]),
      );
      const row = rows[0];
      if (row === undefined) return null;
      const pieces: Buffer[] = [];
      for await (const piece of opened(matter, row.item, row.item)) pieces.push(piece);
      return { type: row.type, content: Buffer.concat(pieces) };
    },
  };
}

/** A piece that never came: begin again. */
function asProblem(error: Error): never {
  throw error instanceof MediaMissing ? problem('evidence_lost') : error;
}

async function* once(content: Buffer): AsyncGenerator<Buffer> {
  yield content;
}

async function* joined(
  pieces: number,
  open: (number: number) => AsyncIterable<Buffer>,
): AsyncGenerator<Buffer> {
  for (let number = 0; number < pieces; number++) yield* open(number);
}

/** Looks at a document as it passes by: its fingerprint, its kind, its size. */
function lookingAt(source: AsyncIterable<Buffer>) {
  const sha256 = createHash('sha256');
  let first = Buffer.alloc(0);
  let last = Buffer.alloc(0);
  let bytes = 0;
  async function* passing(): AsyncGenerator<Buffer> {
    for await (const piece of source) {
      bytes += piece.length;
      if (bytes > evidence_most_bytes) throw problem('evidence_large');
      sha256.update(piece);
      if (first.length < ends_bytes) first = Buffer.concat([first, piece]).subarray(0, ends_bytes);
      last = Buffer.concat([last, piece]).subarray(-ends_bytes);
      yield piece;
    }
  }
  return {
    source: passing(),
    found: () => ({ hash: sha256.digest(), type: documentType({ first, last }), bytes }),
  };
}
