import { randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { MediaMissing, type MediaStore } from './media.ts';

/** Names are made by us, never taken from a file that somebody sent. */
const allowed = /^[0-9a-f-]{36}(\.[0-9]{1,5})?(\.[0-9a-f]{12}\.unfinished)?$/;

/** Media in a folder, which several servers may share over a network. */
export function openMediaFolder(folder: string): MediaStore {
  const shelfOf = (name: string): string => {
    if (!allowed.test(name)) throw new RangeError(`${name} names no media`);
    // Ids made at about the same time begin alike; their ends do not.
    return join(folder, name.slice(34, 36));
  };
  return {
    write: async (name, sealed) => {
      const shelf = shelfOf(name);
      await mkdir(shelf, { recursive: true, mode: 0o700 });
      const unfinished = join(shelf, `${name}.${randomBytes(6).toString('hex')}.unfinished`);
      try {
        await writeWhole(unfinished, sealed);
        await rename(unfinished, join(shelf, name));
      } catch (error) {
        await rm(unfinished, { force: true }).catch(() => undefined);
        throw error;
      }
      await syncFolder(shelf);
    },
    read: (name) => readWhole(join(shelfOf(name), name)),
    remove: async (name) => {
      await rm(join(shelfOf(name), name), { force: true });
    },
    list: async function* () {
      for (const shelf of await namesIn(folder)) {
        for (const name of await namesIn(join(folder, shelf))) {
          const found = allowed.test(name) ? await stat(join(folder, shelf, name)).catch(() => null) : null;
          if (found !== null) yield { name, changed_at: found.mtime };
        }
      }
    },
  };
}

async function writeWhole(path: string, sealed: AsyncIterable<Buffer>): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    for await (const piece of sealed) await file.writeFile(piece);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function* readWhole(path: string): AsyncGenerator<Buffer> {
  try {
    yield* createReadStream(path) as AsyncIterable<Buffer>;
  } catch (error) {
    if ((error as { code?: string }).code === 'ENOENT') throw new MediaMissing('The media is not there.');
    throw error;
  }
}

async function namesIn(folder: string): Promise<string[]> {
  return await readdir(folder).catch((error: { code?: string }) => {
    // No folder yet, or a file that lies beside the shelves.
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return [];
    throw error;
  });
}

/** So that the name is as durable as what it names. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
