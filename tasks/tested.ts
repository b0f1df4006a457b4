import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';

const root = join(import.meta.dirname, '..');

export interface Count {
  readonly passed: number;
  readonly failed: number;
}

interface Outcome extends Count {
  /** Paths of the test files in which something failed. */
  readonly files: readonly string[];
}

interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly assertionResults: readonly { readonly status: string }[];
  }[];
}

function outcomeOf(file: string, code: number): Outcome {
  let report: VitestReport;
  try {
    report = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return { passed: 0, failed: 1, files: [] };
  }
  // A file that cannot be loaded has no failed test, and has failed.
  const unloaded = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && assertionResults.every((test) => test.status !== 'failed'),
  ).length;
  const failed = report.numFailedTests + unloaded;
  const files = report.testResults.filter(({ status }) => status === 'failed').map(({ name }) => name);
  return { passed: report.numPassedTests, failed: failed === 0 && code !== 0 ? 1 : failed, files };
}

/** Runs Vitest with these words; `more` is added to its environment. */
export async function runTests(words: readonly string[], more: NodeJS.ProcessEnv): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), 'axent-report-'));
  const file = join(folder, 'report.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const program = join(root, 'node_modules/vitest/vitest.mjs');
  const child = spawn(process.execPath, [program, ...words, ...reporters], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...more },
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
  const code = await new Promise<number>((resolve) => child.on('close', (ended) => resolve(ended ?? 1)));
  const outcome = outcomeOf(file, code);
  rmSync(folder, { recursive: true, force: true });
  return outcome;
}

/**
 * Like `runTests`; up to three files in which something failed run once more, by themselves. Whoever shares the
 * machine with a run can make a wait in it too long: what passes only then is named at the end, as a fault to find.
 */
export async function runTestsTwice(words: readonly string[], more: NodeJS.ProcessEnv): Promise<Count> {
  const first = await runTests(words, more);
  if (first.files.length === 0 || first.files.length > 3) return first;
  const second = await runTests(['run', ...first.files], more);
  const names = first.files.map((file) => relative(root, file)).join(', ');
  console.log(`Ran a second time: ${names}; ${second.failed === 0 ? 'passed only then' : 'failed again'}`);
  // The first run's passes in these files are among the second's.
  return { passed: first.passed + (second.failed === 0 ? first.failed : 0), failed: second.failed };
}
