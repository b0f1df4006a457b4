import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const answer_ms = 60_000;
const most_bytes = 64 << 20;

/** `asked` is false where the registry gives no answer; then nobody has looked, and `why` says what it said. */
export type Holes =
  | { readonly asked: true; readonly high: readonly string[]; readonly others: number }
  | { readonly asked: false; readonly why: string };

interface Report {
  readonly error?: { readonly summary?: string };
  readonly message?: string;
  readonly vulnerabilities?: Readonly<
    Record<string, { readonly severity: string; readonly range: string; readonly fixAvailable: unknown }>
  >;
}

/** Runs npm and answers what it printed. */
export function askNpm(words: readonly string[]): string {
  const npm = process.env.npm_execpath;
  const [program, before] = npm?.endsWith('.js') ? [process.execPath, [npm]] : ['npm', []];
  const { stdout, error } = spawnSync(program, [...before, ...words], {
    cwd: root,
    encoding: 'utf8',
    timeout: answer_ms,
    maxBuffer: most_bytes,
  });
  if (error !== undefined) throw error;
  return stdout;
}

/** Reads what `npm audit --json` printed. */
export function readHoles(text: string): Holes {
  const report = JSON.parse(text) as Report;
  if (report.vulnerabilities === undefined)
    return {
      asked: false,
      why: report.message ?? report.error?.summary ?? 'it answered nothing that can be read',
    };
  const all = Object.entries(report.vulnerabilities);
  const high = all.filter(([, { severity }]) => severity === 'high' || severity === 'critical');
  return {
    asked: true,
    high: high.map(([name, { severity, range }]) => `${name} ${range}: a known hole, ${severity}`),
    others: all.length - high.length,
  };
}

/** Asks the registry which of our packages have holes that are known. */
export function findHoles(): Holes {
  try {
    return readHoles(askNpm(['audit', '--json']));
  } catch (error) {
    return { asked: false, why: (error as Error).message };
  }
}
