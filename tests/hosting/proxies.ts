import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ensureProgram } from '../../tasks/debian.ts';

const hosting = join(import.meta.dirname, '../../hosting');
const start_ms = 20_000;

export interface Place {
  /** Holds fullchain.pem and key.pem; everything that the proxy writes ends up here. */
  readonly folder: string;
  readonly port: number;
  readonly plain_port: number;
  /** Port of AXENT. */
  readonly behind: number;
}

export interface RunningProxy {
  readonly said: () => string;
  readonly stop: () => Promise<void>;
}

/** The text with each word replaced; a word that is not in it means that the file of the repository has changed. */
function replaced(text: string, words: Readonly<Record<string, string>>): string {
  let result = text;
  for (const [word, by] of Object.entries(words)) {
    if (!result.includes(word)) throw new Error(`The file has no "${word}" any more.`);
    result = result.replaceAll(word, by);
  }
  return result;
}

async function answers(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  try {
    await once(socket, 'connect', { signal: AbortSignal.timeout(1_000) });
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}

async function run(
  program: string,
  words: readonly string[],
  env: NodeJS.ProcessEnv,
  port: number,
): Promise<RunningProxy> {
  const child: ChildProcess = spawn(program, words, { stdio: ['ignore', 'pipe', 'pipe'], env });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (bytes: Buffer) => {
      said += bytes.toString();
    });
  const stop = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    await ended;
  };
  for (const end = performance.now() + start_ms; performance.now() < end; await sleep(50)) {
    if (child.exitCode !== null) throw new Error(`${program} ended: ${said}`);
    if (await answers(port)) return { said: () => said, stop };
  }
  await stop();
  throw new Error(`${program} did not start: ${said}`);
}

/** nginx from Debian with the file of the repository, on other ports, with a certificate of our own. */
export async function startNginx({ folder, port, plain_port, behind }: Place): Promise<RunningProxy> {
  const nginx = ensureProgram('nginx', 'nginx');
  const site = replaced(readFileSync(join(hosting, 'nginx.conf'), 'utf8'), {
    'listen 80': `listen 127.0.0.1:${plain_port}`,
    'listen 443': `listen 127.0.0.1:${port}`,
    'https://app.example.com$request_uri': `https://localhost:${port}$request_uri`,
    'app.example.com': 'localhost',
    '127.0.0.1:8080': `127.0.0.1:${behind}`,
    '/etc/axent/tls': folder,
    '/var/log/nginx': folder,
  });
  const kinds = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  const temporary = kinds.map((kind) => `${kind}_temp_path ${folder}/written/${kind};`);
  // Its workers give their rights away, and still have to write here.
  chmodSync(folder, 0o755);
  mkdirSync(join(folder, 'written'));
  const main = ['daemon off;', `pid ${folder}/nginx.pid;`, 'error_log stderr warn;', 'worker_processes 1;'];
  const http = ['http {', ...temporary, 'include site.conf;', '}'];
  writeFileSync(join(folder, 'site.conf'), site);
  writeFileSync(join(folder, 'main.conf'), [...main, 'events {}', ...http, ''].join('\n'));
  return await run(nginx, ['-p', folder, '-c', join(folder, 'main.conf')], process.env, port);
}

/** Caddy from Debian, likewise. */
export async function startCaddy({ folder, port, plain_port, behind }: Place): Promise<RunningProxy> {
  const caddy = ensureProgram('caddy', 'caddy');
  const file = replaced(readFileSync(join(hosting, 'Caddyfile'), 'utf8'), {
    'admin off': `admin off\n\thttp_port ${plain_port}\n\thttps_port ${port}\n\tdefault_bind 127.0.0.1`,
    'app.example.com': 'localhost',
    '127.0.0.1:8080': `127.0.0.1:${behind}`,
    '/etc/axent/tls': folder,
  });
  const path = join(folder, 'Caddyfile');
  mkdirSync(join(folder, 'written'));
  writeFileSync(path, file);
  const env = {
    ...process.env,
    HOME: folder,
    XDG_DATA_HOME: join(folder, 'written'),
    XDG_CONFIG_HOME: folder,
  };
  return await run(caddy, ['run', '--config', path, '--adapter', 'caddyfile'], env, port);
}
