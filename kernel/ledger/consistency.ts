import { parseCheckpoint } from './checkpoint.ts';
import { Edge, type Tile } from './edge.ts';
import { parseNote, parseVkey, verifyNote } from './note.ts';
import type { LedgerReader } from './reader.ts';
import { parseBundle, tile_width, tileWidth } from './tile.ts';

export interface Consistency {
  readonly ok: boolean;
  readonly size: number;
  /** In plain words; empty when all is well. */
  readonly problems: readonly string[];
}

/**
 * Builds the whole tree anew from its entries and compares it with every stored tile, and the signed head.
 * Reads the whole log: for after a crash, not for every minute. About 3 µs per leaf.
 */
export async function checkConsistency(reader: LedgerReader, vkey: string): Promise<Consistency> {
  const head = await reader.checkpoint();
  if (head === null) return { ok: false, size: 0, problems: ['The log has not begun: it has no head.'] };
  const problems: string[] = [];
  const edge = new Edge(0, []);
  for (let index = 0; index * tile_width < head.size; index++) {
    const width = tileWidth(0, index, head.size);
    const bundle = await reader.entries(index, width);
    const entries = bundle === null ? [] : parseBundle(bundle);
    if (entries.length !== width) problems.push(`Bundle ${index} has ${entries.length} of ${width} entries.`);
    for (const entry of entries) edge.append(entry);
    await compareTiles(reader, width === tile_width ? edge.takeChanged() : [], problems);
    if (problems.length > 20) break;
  }
  await compareTiles(reader, edge.takeChanged(), problems);
  if (!head.root.equals(edge.root())) problems.push('The entries do not lead to the root hash of the head.');
  problems.push(...(await checkHead(head.note, head.size, head.root, vkey)));
  return { ok: problems.length === 0, size: head.size, problems };
}

async function compareTiles(reader: LedgerReader, tiles: readonly Tile[], problems: string[]): Promise<void> {
  for (const { level, index, width, hashes } of tiles) {
    const stored = await reader.tile(level, index, width);
    if (stored === null) problems.push(`Tile ${index} of level ${level} is missing.`);
    else if (!stored.equals(hashes))
      problems.push(`Tile ${index} of level ${level} does not fit the entries.`);
  }
}

async function checkHead(text: string, size: number, root: Buffer, vkey: string): Promise<string[]> {
  const key = await parseVkey(vkey);
  const note = parseNote(text);
  const checkpoint = note === null ? null : parseCheckpoint(note.text);
  if (key === null || note === null || !(await verifyNote(note, key))) {
    return ['The head does not carry a valid signature of the log.'];
  }
  const fits = checkpoint?.origin === key.name && checkpoint.size === size && root.equals(checkpoint.root);
  return fits ? [] : ['The signed head says something else than the table beside it.'];
}
