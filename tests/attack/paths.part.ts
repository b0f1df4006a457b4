import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { contracts } from './contracts.ts';
import { openGateway } from './gateway.ts';
import type { Part } from './part.ts';
import { paths } from './paths.words.ts';
import { runProgram } from './program.ts';
import type { Stage } from './stage.ts';

interface Hit {
  readonly input: Readonly<Record<string, string>>;
  readonly status: number;
}

/** What is there to be found, by intention. */
const meant = [
  /^(index\.html|console\/(index\.html)?|console)?$/,
  /^(health|ready|api|outbox|outbox\.css|policy\.json)$/,
  /^ledger\//,
  /^(robots\.txt|favicon\.ico|manifest\.webmanifest|sw\.js|\.well-known\/security\.txt)$/,
];

/** Letters that are only written otherwise are the same path. */
function plain(path: string): string {
  try {
    return decodeURIComponent(path.split('?')[0] ?? '');
  } catch {
    return path;
  }
}

async function run(stage: Stage) {
  const words = paths(contracts.map(({ path }) => path));
  const [list, out] = [join(stage.folder, 'paths.txt'), join(stage.folder, 'paths.json')];
  writeFileSync(list, `${words.join('\n')}\n`);
  const gateway = await openGateway(stage);
  const said = await runProgram(
    'ffuf',
    ['-w', list, '-u', `${gateway.base}/FUZZ`, '-mc', 'all', '-o', out, '-of', 'json', '-t', '20', '-s'],
    { most_s: 170, folder: stage.folder },
  );
  gateway.close();
  if (said.code !== 0) throw new Error(`ffuf ended with ${said.code}: ${said.text.slice(-400)}`);
  const { results } = JSON.parse(readFileSync(out, 'utf8')) as { results: readonly Hit[] };
  const reads = new Set(contracts.filter(({ method }) => method === 'GET').map(({ path }) => path.slice(1)));
  const open = results
    .map(({ input, status }) => ({ path: input['FUZZ'] ?? '', status }))
    .filter(({ status }) => status >= 200 && status < 300)
    .filter(({ path }) => !meant.some((one) => one.test(path)) && !reads.has(plain(path)))
    .map(({ path, status }) => `/${path} answers ${status}`);
  return { tried: gateway.tried(), open: [...new Set([...open, ...gateway.faults()])] };
}

export const pathsPart: Part = {
  name: 'paths',
  tool: 'ffuf',
  least: 5000,
  plant: /\.env answers 200/,
  programs: { ffuf: 'ffuf' },
  run,
};
