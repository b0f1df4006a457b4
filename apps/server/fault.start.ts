import type { Settings } from './settings.ts';

interface SystemFault {
  readonly code?: string;
  readonly syscall?: string;
  readonly path?: string;
  readonly errcode?: number;
}

type Places = Pick<Settings, 'host' | 'port' | 'data_folder' | 'key_store_file'>;

const unwritable: Readonly<Record<string, string>> = {
  EACCES: 'the account that runs AXENT may not write there',
  EPERM: 'the account that runs AXENT may not write there',
  EROFS: 'it lies on a disk that takes no changes',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk is full for this account',
  ENOTDIR: 'a part of the path is a file',
  EEXIST: 'a file of that name is in the way',
  EMFILE: 'too many files are open; raise the limit of the account',
};

/** SQLite's own code for a file that it cannot open or may not write. */
const sqliteRefused = new Set([8, 14]);

/** What kept AXENT from starting, in words that say what to do. `settings` are null while they are not known. */
export function startWords(error: Error, settings: Places | null): string {
  const { code = '', syscall, path, errcode } = error as SystemFault;
  const told =
    settings === null ? null : (listening(code, syscall, settings) ?? keeping(code, path, errcode, settings));
  return told ?? `AXENT could not start: ${error.message}`;
}

function listening(code: string, syscall: string | undefined, { host, port }: Places): string | null {
  if (syscall !== 'listen' && syscall !== 'bind' && syscall !== 'getaddrinfo') return null;
  if (code === 'EADDRINUSE')
    return `Port ${port} on ${host} is taken by another program. Stop that program, or set PORT to a free one.`;
  if (code === 'EACCES')
    return `This account may not listen on port ${port}. Set PORT to one above 1023, with a proxy in front of it.`;
  return `${host} is no address of this machine. Set HOST to one that is, 127.0.0.1 or 0.0.0.0 for example.`;
}

function keeping(
  code: string,
  path: string | undefined,
  errcode: number | undefined,
  { data_folder, key_store_file }: Places,
): string | null {
  const sqlite = code === 'ERR_SQLITE_ERROR' && errcode !== undefined && sqliteRefused.has(errcode);
  const why = sqlite ? unwritable['EACCES'] : unwritable[code];
  if (why === undefined) return null;
  const where = path ?? `${data_folder} or ${key_store_file}`;
  return `${where} cannot be written: ${why}. Put that right, or set DATA_FOLDER and KEY_STORE_FILE elsewhere.`;
}
