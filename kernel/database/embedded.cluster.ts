import { spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  lchownSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { homedir, tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { type Account, canReach } from './embedded.account.ts';
import { type Binaries, systemFolder } from './embedded.binaries.ts';
import { EmbeddedFailure } from './embedded.failure.ts';
import { stopOrphan } from './embedded.process.ts';

/** A database cluster on disk. */
export interface Cluster {
  readonly folder: string;
  readonly log: string;
  readonly password: string;
  /** Folder of the Unix socket, unless its path is too long for one. */
  readonly socket?: string;
  readonly notes: string;
}

/** What is remembered beside the data, readable by its owner alone. */
interface Notes {
  readonly cluster: string;
  readonly password: string;
  readonly port?: number;
}

interface Preparation {
  readonly directory: string;
  readonly durable: boolean;
  readonly account: Account | null;
  readonly binaries: Binaries;
  readonly log: (line: string) => void;
}

/** A Unix socket's whole path has at most 107 bytes; the name in it takes 15. */
const socketFolder_bytes = 90;

function writeNotes(path: string, notes: Notes): void {
  writeFileSync(`${path}.new`, JSON.stringify(notes), { mode: 0o600 });
  renameSync(`${path}.new`, path);
}

const readNotes = (path: string): Notes | null =>
  existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Notes) : null;

/**
 * Lets the account pass through the database's folder and the data folder around it (which programs like to make
 * closed to others, temporary ones always): the right to walk in, not the right to look, and nobody else gets it.
 */
function letPass(account: Account, directory: string): void {
  const temporary = `${realpathSync(tmpdir())}/`;
  const inner = realpathSync(directory);
  const chain = dirname(inner) === homedir() ? [inner] : [dirname(inner), inner];
  for (let at = dirname(chain[0] as string); at.startsWith(temporary); at = dirname(at)) chain.unshift(at);
  for (const folder of chain) {
    if (canReach(account, folder) || !canReach(account, dirname(folder))) continue;
    chownSync(folder, -1, account.gid);
    chmodSync(folder, (statSync(folder).mode & 0o7777) | 0o010);
  }
}

/** In the data folder where the server's account can get there, else in a folder of the system's, by the same name. */
function placeFor({ directory, account, log }: Preparation): string {
  if (!account) return join(directory, 'cluster');
  if (!canReach(account, directory)) letPass(account, directory);
  if (canReach(account, directory)) return join(directory, 'cluster');
  const mark = createHash('sha256').update(directory).digest('hex').slice(0, 8);
  const place = join(systemFolder, 'clusters', `${basename(directory)}-${mark}`);
  log(`The account ${account.name} cannot reach ${directory}, so the database lies in ${place}`);
  return place;
}

function chownTree(path: string, account: Account): void {
  for (const entry of readdirSync(path, { recursive: true, encoding: 'utf8' })) {
    lchownSync(join(path, entry), account.uid, account.gid);
  }
  lchownSync(path, account.uid, account.gid);
}

function initdb(folder: string, password: string, { binaries, account, durable }: Preparation) {
  const secret = join(folder, '..', `password.${process.pid}`);
  writeFileSync(secret, password, { mode: 0o600 });
  if (account) chownSync(secret, account.uid, account.gid);
  const words = ['-D', folder, '-U', 'postgres', '--auth=scram-sha-256', `--pwfile=${secret}`];
  // The builtin provider sorts the same on every machine, whatever its C library.
  words.push('--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8');
  words.push('--no-instructions', ...(durable ? [] : ['--no-sync']));
  const child = spawn(binaries.initdb, words, {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' },
    ...(account && { uid: account.uid, gid: account.gid }),
  });
  let complaint = '';
  child.stderr.on('data', (bytes) => {
    complaint += bytes;
  });
  return new Promise<void>((resolve, reject) => {
    const refuse = (why: string) =>
      reject(new EmbeddedFailure('not_started', `The database could not be set up in ${folder}: ${why}`));
    child.on('error', (error) => refuse(error.message));
    child.on('close', (code) => (code === 0 ? resolve() : refuse(complaint.trim())));
  }).finally(() => rmSync(secret, { force: true }));
}

/** Made under another name and renamed, so that a cluster is there whole or not at all. */
async function makeCluster(folder: string, password: string, preparation: Preparation): Promise<void> {
  const fresh = `${folder}.new`;
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { recursive: true, mode: 0o755 });
  chmodSync(fresh, 0o700);
  const { account } = preparation;
  if (account) chownSync(fresh, account.uid, account.gid);
  await initdb(fresh, password, preparation);
  renameSync(fresh, folder);
}

function checkExisting(folder: string, { account, binaries }: Preparation): void {
  const versionFile = join(folder, 'PG_VERSION');
  if (!existsSync(versionFile)) {
    throw new EmbeddedFailure(
      'not_started',
      `The database that belongs to this data folder is not at ${folder}. ` +
        'Put it back, or remove the data folder to begin anew.',
    );
  }
  const made = readFileSync(versionFile, 'utf8').trim();
  const have = binaries.version.split('.')[0];
  if (made !== have) {
    throw new EmbeddedFailure(
      'not_started',
      `The database in ${folder} was made by PostgreSQL ${made}, and this is ${have}. ` +
        'Start the AXENT version that made it, back up, and restore here.',
    );
  }
  // A restored or moved folder may carry another account's number.
  if (account && statSync(folder).uid !== account.uid) chownTree(folder, account);
}

/** A cluster whose notes are gone has a password that nobody knows. It is kept under another name, not deleted. */
async function setAside(folder: string, log: Preparation['log']): Promise<void> {
  if (!existsSync(folder)) return;
  await stopOrphan(folder);
  const kept = `${folder}.without-password-${new Date().toISOString().replace(/[:.]/g, '-')}`;
  renameSync(folder, kept);
  log(`The notes about the database in ${folder} are missing. It was set aside as ${kept}`);
}

/** Finds the cluster of a data folder, or makes one. */
export async function prepareCluster(preparation: Preparation): Promise<Cluster> {
  const path = join(preparation.directory, 'connection.json');
  let notes = readNotes(path);
  if (notes) {
    checkExisting(notes.cluster, preparation);
  } else {
    preparation.log('Setting up the database');
    notes = { cluster: placeFor(preparation), password: randomBytes(24).toString('base64url') };
    await setAside(notes.cluster, preparation.log);
    await makeCluster(notes.cluster, notes.password, preparation);
    writeNotes(path, notes);
  }
  const fits = process.platform !== 'win32' && Buffer.byteLength(notes.cluster) <= socketFolder_bytes;
  return {
    folder: notes.cluster,
    log: join(preparation.directory, 'postgresql.log'),
    password: notes.password,
    ...(fits && { socket: notes.cluster }),
    notes: path,
  };
}

/** Whoever throws the folder of a throwaway cluster away would leave the cluster behind where it lies elsewhere. */
export function discardElsewhere(cluster: Cluster, directory: string): void {
  if (cluster.folder === join(directory, 'cluster')) return;
  rmSync(cluster.folder, { recursive: true, force: true });
  rmSync(cluster.notes, { force: true });
}

/** Asks the system whether a port is free on 127.0.0.1; 0 asks for any. Null: taken. */
function tryPort(port: number): Promise<number | null> {
  const server = createServer();
  return new Promise((resolve) => {
    server.once('error', () => resolve(null));
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : null));
    });
  });
}

/** The port asked for, else the one used last while it is free, else any free one; remembered beside the data. */
export async function rememberPort(cluster: Cluster, wanted: number | undefined, attempt: number) {
  const notes = readNotes(cluster.notes) as Notes;
  const again = attempt === 1 && notes.port ? await tryPort(notes.port) : null;
  const port = wanted ?? again ?? (await tryPort(0));
  if (port === null) throw new EmbeddedFailure('not_started', 'No free port was found on 127.0.0.1.');
  if (port !== notes.port) writeNotes(cluster.notes, { ...notes, port });
  return port;
}
