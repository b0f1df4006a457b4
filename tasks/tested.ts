import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
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
  /** Tests that passed in the other files. */
  readonly elsewhere: number;
  /** Something failed that belongs to no file: an error that nobody caught, or no report. */
  readonly unexplained: boolean;
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

function outcomeOf(file: string, unhandled: string, code: number): Outcome {
  let report: VitestReport;
  try {
    report = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return { passed: 0, failed: 1, files: [], elsewhere: 0, unexplained: true };
  }
  // A file that cannot be loaded has no failed test, and has failed.
  const unloaded = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && assertionResults.every((test) => test.status !== 'failed'),
  ).length;
  const failed = report.numFailedTests + unloaded;
  const files = report.testResults.filter(({ status }) => status === 'failed').map(({ name }) => name);
  const elsewhere = report.testResults
    .filter(({ status }) => status !== 'failed')
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(({ status }) => status === 'passed').length;
  const unexplained =
    (failed === 0 && code !== 0) || !existsSync(unhandled) || readFileSync(unhandled, 'utf8') !== '0';
  return {
    passed: report.numPassedTests,
    failed: failed + (unexplained ? 1 : 0),
    files,
    elsewhere,
    unexplained,
  };
}

/** Runs Vitest with these words; `more` is added to its environment. */
export async function runTests(words: readonly string[], more: NodeJS.ProcessEnv): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), 'axent-report-'));
  const file = join(folder, 'report.json');
  const unhandled = join(folder, 'unhandled');
  const own = join(import.meta.dirname, 'unhandled.reporter.ts');
  const reporters = [
    '--reporter=default',
    '--reporter=json',
    `--reporter=${own}`,
    `--outputFile.json=${file}`,
  ];
  const program = join(root, 'node_modules/vitest/vitest.mjs');
  const child = spawn(process.execPath, [program, ...words, ...reporters], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, AXENT_UNHANDLED_FILE: unhandled, ...more },
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
  const code = await new Promise<number>((resolve) => child.on('close', (ended) => resolve(ended ?? 1)));
  const outcome = outcomeOf(file, unhandled, code);
  rmSync(folder, { recursive: true, force: true });
  return outcome;
}

/**
 * Like `runTests`; up to three files in which something failed run once more, by themselves. Whoever shares the
 * machine with a run can make a wait in it too long: what passes only then is named at the end, as a fault to find.
 */
export async function runTestsTwice(words: readonly string[], more: NodeJS.ProcessEnv): Promise<Count> {
  const first = await runTests(words, more);
  if (first.unexplained || first.files.length === 0 || first.files.length > 3) return first;
  const second = await runTests(['run', ...first.files], more);
  const names = first.files.map((file) => relative(root, file)).join(', ');
  console.log(`Ran a second time: ${names}; ${second.failed === 0 ? 'passed only then' : 'failed again'}`);
  return { passed: first.elsewhere + second.passed, failed: second.failed };
}
