import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Guard, Project, Verdict } from '../tests/architecture/guard.ts';
import { guards } from '../tests/architecture/guards.ts';
import { sourceFiles } from '../tests/architecture/tree.ts';

const mostShown = 40;

async function judge(guard: Guard, project: Project): Promise<Verdict> {
  try {
    return await guard.judge(project);
  } catch (error) {
    // A guard that cannot look has found nothing, which is not the same as nothing wrong.
    return { seen: 'nothing', wrong: [String(error)] };
  }
}

function report(name: string, { seen, wrong, notes = [] }: Verdict, took_ms: number): void {
  const mark = wrong.length === 0 ? 'ok  ' : 'FAIL';
  const also = notes.length > 0 ? `, ${notes.length} notes` : '';
  console.log(`${mark} ${name.padEnd(12)} ${seen}${also} (${(took_ms / 1000).toFixed(1)} s)`);
  for (const line of wrong.slice(0, mostShown)) console.log(`       ${line}`);
  if (wrong.length > mostShown) console.log(`       and ${wrong.length - mostShown} more`);
  if (process.argv.includes('--notes')) for (const note of notes) console.log(`       note: ${note}`);
}

/** Runs every guard, one line each. `only` names the ones to run. */
export async function check(only: readonly string[] = []): Promise<{ passed: number; failed: number }> {
  const root = join(import.meta.dirname, '..');
  const project: Project = {
    root,
    tools: root,
    files: sourceFiles(root),
    lock: readFileSync(join(root, 'package-lock.json'), 'utf8'),
  };
  const chosen = guards.filter(({ name }) => only.length === 0 || only.includes(name));
  let failed = 0;
  for (const guard of chosen) {
    const began = performance.now();
    const verdict = await judge(guard, project);
    report(guard.name, verdict, performance.now() - began);
    if (verdict.wrong.length > 0) failed++;
  }
  return { passed: chosen.length - failed, failed };
}
