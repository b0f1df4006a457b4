import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { addressOf, contracts } from './contracts.ts';
import { openGateway } from './gateway.ts';
import type { Part } from './part.ts';
import { runProgram } from './program.ts';
import type { Stage } from './stage.ts';

/** Those that need nothing from outside. */
const modules =
  'backup,blindsql,cookieflags,crlf,csp,exec,file,htaccess,http_headers,methods,redirect,shellshock,sql,xss,xxe';
const scan_s = 30;
const attack_s = 25;

interface Report {
  readonly vulnerabilities: Readonly<
    Record<string, readonly { readonly path: string; readonly info: string }[]>
  >;
}

/** What it says of every site on plain http, and why it is none here; the part `headers` looks at https. */
const explained: readonly RegExp[] = [
  /Strict-Transport-Security is not set/,
  /Secure flag is not set/,
  // Browsers have dropped it, and OWASP advises against it.
  /X-XSS-Protection is not set/,
];

async function run(stage: Stage) {
  const gateway = await openGateway(stage);
  const out = join(stage.folder, 'wapiti.json');
  const reads = contracts.filter(({ method }) => method === 'GET').map(addressOf);
  const starts = [...reads, ...(stage.planted ? ['/mirror?name=a'] : [])].flatMap((path) => [
    '-s',
    gateway.base + path,
  ]);
  const limits = ['--max-scan-time', String(scan_s), '--max-attack-time', String(attack_s)];
  const store = [
    '--store-session',
    join(stage.folder, 'wapiti'),
    '--store-config',
    join(stage.folder, 'wapiti'),
  ];
  const said = await runProgram(
    'wapiti',
    [
      '-u',
      `${gateway.base}/`,
      ...starts,
      '-m',
      modules,
      '-S',
      'normal',
      '-f',
      'json',
      '-o',
      out,
      '--flush-session',
      '--no-bugreport',
      ...limits,
      ...store,
    ],
    { most_s: 175, folder: stage.folder },
  );
  gateway.close();
  if (said.code !== 0) throw new Error(`wapiti ended with ${said.code}: ${said.text.slice(-600)}`);
  const { vulnerabilities } = JSON.parse(readFileSync(out, 'utf8')) as Report;
  const found = Object.entries(vulnerabilities).flatMap(([kind, hits]) =>
    hits.map(({ path, info }) => `${kind}: ${path} ${info}`),
  );
  const open = found.filter((line) => !explained.some((one) => one.test(line)));
  return { tried: gateway.tried(), open: [...open, ...gateway.faults()] };
}

export const wapiti: Part = {
  name: 'wapiti',
  tool: 'wapiti',
  least: 2000,
  plant: /Cross Site Scripting/,
  programs: { wapiti: 'wapiti' },
  run,
};
