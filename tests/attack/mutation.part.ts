import { contracts, fullest } from './contracts.ts';
import { openGateway } from './gateway.ts';
import { crowd, type Part } from './part.ts';
import { runProgram } from './program.ts';
import type { Stage } from './stage.ts';
import { ask } from './wire.ts';

const seeds = 60;

/** One body in a line, for each write; the ends of lines are left alone. */
const writes = contracts.filter(({ method }) => method === 'POST');
const bodies = writes
  .map((contract) => `${JSON.stringify(fullest(contract)).replaceAll('\n', ' ')}\n`)
  .join('');

/** The bodies with bits turned over: at first few, in the end many. */
async function mutated(seed: number): Promise<Buffer[]> {
  const ratio = (0.001 + (seed / seeds) * 0.03).toFixed(4);
  const words = ['-s', String(seed), '-r', ratio, '-P', '\\n', '-R', '\\n'];
  const { bytes, code } = await runProgram('zzuf', words, { most_s: 20, input: bodies });
  if (code !== 0) throw new Error(`zzuf ended with ${code}`);
  const lines: Buffer[] = [];
  for (let from = 0; from < bytes.length; ) {
    const end = bytes.indexOf(10, from);
    lines.push(bytes.subarray(from, end));
    from = end + 1;
  }
  return lines;
}

async function run(stage: Stage) {
  const gateway = await openGateway(stage);
  const open = new Set<string>();
  const headers = {
    'content-type': 'application/json',
    origin: gateway.base,
    host: `127.0.0.1:${gateway.port}`,
  };
  for (let seed = 1; seed <= seeds; seed++) {
    const lines = await mutated(seed);
    if (lines.length !== writes.length)
      throw new Error(`zzuf made ${lines.length} of ${writes.length} bodies`);
    await crowd(
      writes.map((contract, number) => ({ contract, body: lines[number] ?? Buffer.alloc(0) })),
      async ({ contract, body }) => {
        const { status, headers: told } = await ask(gateway.base, {
          method: 'POST',
          path: contract.path,
          headers,
          body,
        });
        if (status >= 400 && !told['content-type']?.includes('problem+json'))
          open.add(`${contract.name} answered ${status} without a problem document`);
      },
    );
  }
  gateway.close();
  return { tried: gateway.tried(), open: [...open, ...gateway.faults()], note: `${seeds} seeds` };
}

export const mutation: Part = {
  name: 'mutation',
  tool: 'zzuf',
  least: 2000,
  plant: /answered 500/,
  programs: { zzuf: 'zzuf' },
  run,
};
