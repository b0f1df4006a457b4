import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Contract } from '@axent/kernel';
import { show as store } from '@axent/stores/contract';
import { addressOf, contracts, fullest, takesText } from './contracts.ts';
import { type Gateway, openGateway } from './gateway.ts';
import { crowd, type Part } from './part.ts';
import { runProgram } from './program.ts';
import type { Stage } from './stage.ts';

const each_s = 40;

/** A request as sqlmap reads it from a file. */
function written(contract: Contract, { port }: Gateway): string {
  const head = [`${contract.method} ${addressOf(contract)} HTTP/1.1`, `Host: 127.0.0.1:${port}`];
  if (contract.method === 'GET') return `${head.join('\r\n')}\r\n\r\n`;
  const origin = `http://127.0.0.1:${port}`;
  head.push('Content-Type: application/json', `Origin: ${origin}`);
  return `${head.join('\r\n')}\r\n\r\n${JSON.stringify(fullest(contract))}`;
}

const words = (file: string, folder: string) => [
  '-r',
  file,
  '--batch',
  '--level=1',
  '--risk=1',
  '--technique=BEUS',
  '--dbms=PostgreSQL',
  '--retries=0',
  '--timeout=15',
  '--ignore-code=401,403,404,409,413,422,429',
  '--disable-coloring',
  `--output-dir=${folder}`,
  '--flush-session',
  '--ignore-proxy',
  '--ignore-stdin',
];

async function run(stage: Stage) {
  const gateway = await openGateway(stage);
  const open: string[] = [];
  const texts = contracts.filter((one) => takesText(one) && (!stage.planted || one.path === store.path));
  await crowd(
    texts,
    async (contract) => {
      const file = join(stage.folder, `${contract.name}.request`);
      writeFileSync(file, written(contract, gateway));
      const before = gateway.tried();
      const { text } = await runProgram('sqlmap', words(file, join(stage.folder, 'sqlmap')), {
        most_s: each_s,
        folder: stage.folder,
      });
      if (/identified the following injection point|is vulnerable/.test(text))
        open.push(`${contract.name} is injectable`);
      if (gateway.tried() === before) open.push(`${contract.name} was not tried: ${text.slice(-300)}`);
    },
    2,
  );
  gateway.close();
  return { tried: gateway.tried(), open: [...open, ...gateway.faults()], note: `${texts.length} operations` };
}

export const sqlmap: Part = {
  name: 'sqlmap',
  tool: 'sqlmap',
  least: 2000,
  plant: /is injectable/,
  programs: { sqlmap: 'sqlmap' },
  run,
};
