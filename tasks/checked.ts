import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Guard, Project, Verdict } from '../tests/architecture/guard.ts';
import { guards } from '../tests/architecture/guards.ts';
import { sourceFiles } from '../tests/architecture/tree.ts';

const mostShown = 40;

interface Judged {
  readonly name: string;
  readonly verdict: Verdict;
  readonly took_ms: number;
}

/** Most of a guard is another program at work; two at once keep a small machine busy. */
const atOnce = 2;

async function judge(guard: Guard, project: Project): Promise<Judged> {
  const began_ms = performance.now();
  const judged = (verdict: Verdict) => ({ name: guard.name, verdict, took_ms: performance.now() - began_ms });
  try {
    return judged(await guard.judge(project));
  } catch (error) {
    // A guard that cannot look has found nothing, which is not the same as nothing wrong.
    return judged({ seen: 'nothing', wrong: [String(error)] });
  }
}

function report({ name, verdict: { seen, wrong, notes = [] }, took_ms }: Judged): void {
  const mark = wrong.length === 0 ? 'ok  ' : 'FAIL';
  const also = notes.length > 0 ? `, ${notes.length} notes` : '';
  console.log(`${mark} ${name.padEnd(12)} ${seen}${also} (${(took_ms / 1000).toFixed(1)} s)`);
  for (const line of wrong.slice(0, mostShown)) console.log(`       ${line}`);
  if (wrong.length > mostShown) console.log(`       and ${wrong.length - mostShown} more`);
  if (process.argv.includes('--notes')) for (const note of notes) console.log(`       note: ${note}`);
}

/** Runs every guard, one line each as it is done. `only` names the ones to run. */
export async function check(only: readonly string[] = []): Promise<{ passed: number; failed: number }> {
  const root = join(import.meta.dirname, '..');
  const lock = readFileSync(join(root, 'package-lock.json'), 'utf8');
  const project: Project = { root, tools: root, files: sourceFiles(root), lock };
  const waiting = guards.filter(({ name }) => only.length === 0 || only.includes(name));
  const counts = { passed: 0, failed: 0 };
  const work = async () => {
    for (let guard = waiting.shift(); guard; guard = waiting.shift()) {
      const judged = await judge(guard, project);
      report(judged);
      counts[judged.verdict.wrong.length > 0 ? 'failed' : 'passed']++;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return counts;
}
