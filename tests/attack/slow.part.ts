import { list } from '@axent/functions/contract';
import type { Part } from './part.ts';
import { runProgram } from './program.ts';
import type { Stage } from './stage.ts';
import { ask } from './wire.ts';

const connections = 600;
const seconds = 20;
const probe_ms = 100;
/** Others wait no longer, in ninety-nine of a hundred requests. */
const wait_most_ms = 1_000;

/** Slow heads, slow bodies, slow readers. */
const ways = {
  'slow heads': ['-H'],
  'slow bodies': ['-B'],
  'slow readers': ['-X', '-w', '10', '-y', '20', '-z', '5'],
};

/** What somebody else meets meanwhile, each time on a connection of their own. */
async function probe(stage: Stage, until: Promise<unknown>) {
  const waits: number[] = [];
  let failed = 0;
  let ended = false;
  until.finally(() => {
    ended = true;
  });
  for (let number = 0; !ended; number++) {
    const began = performance.now();
    const headers = { connection: 'close', 'x-forwarded-for': `10.9.${number >> 8}.${number & 255}` };
    const told = await ask(stage.base, { path: list.path, headers, from: '127.0.0.1' }).catch(() => null);
    // A visitor who has not accepted is told so: an answer.
    if (told?.status !== 403) failed += 1;
    waits.push(performance.now() - began);
    await new Promise((resolve) => setTimeout(resolve, probe_ms));
  }
  const sorted = waits.toSorted((a, b) => a - b);
  return { asked: waits.length, failed, p99_ms: Math.round(sorted[Math.floor(sorted.length * 0.99)] ?? 0) };
}

/** The last count of that name, of those that it prints every few seconds. */
function lastOf(text: string, name: string): number {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: it colours its words.
  const plain = text.replaceAll(/\x1b\[[0-9;]*[A-Za-z]/g, '');
  return Number([...plain.matchAll(new RegExp(`${name}:\\s+(\\d+)`, 'g'))].at(-1)?.[1] ?? 0);
}

async function run(stage: Stage) {
  const open: string[] = [];
  const notes: string[] = [];
  let tried = 0;
  for (const [name, words] of Object.entries(ways)) {
    const url = `http://127.0.0.1:${stage.port}/api/account/verify`;
    const attack = runProgram(
      'slowhttptest',
      [
        ...words,
        '-c',
        String(connections),
        '-r',
        '150',
        '-i',
        '5',
        '-l',
        String(seconds),
        '-u',
        url,
        '-p',
        '3',
      ],
      { most_s: seconds + 20, folder: stage.folder },
    );
    const { asked, failed, p99_ms } = await probe(stage, attack);
    const { text } = await attack;
    tried += lastOf(text, 'connected') + lastOf(text, 'closed');
    notes.push(`${name}: others p99 ${p99_ms} ms`);
    if (failed > 0 || p99_ms > wait_most_ms)
      open.push(`${name}: of ${asked} other requests ${failed} failed, p99 ${p99_ms} ms`);
  }
  return { tried, open, note: notes.join(', ') };
}

export const slow: Part = {
  name: 'slow',
  tool: 'slowhttptest',
  least: 1500,
  plant: /other requests/,
  programs: { slowhttptest: 'slowhttptest' },
  run,
};
