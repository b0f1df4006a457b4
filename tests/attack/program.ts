import { spawn } from 'node:child_process';

export interface Said {
  readonly code: number | null;
  readonly text: string;
  readonly bytes: Buffer;
}

/** Runs a program to its end, at most for `most_s` seconds. It hears of no proxy: nothing leaves this machine. */
export function runProgram(
  program: string,
  words: readonly string[],
  {
    most_s,
    input,
    folder,
  }: { readonly most_s: number; readonly input?: Buffer | string; readonly folder?: string },
): Promise<Said> {
  const env = { PATH: process.env.PATH, HOME: folder ?? '/tmp', LANG: 'C.UTF-8', no_proxy: '*' };
  const child = spawn(program, words, { env, ...(folder === undefined ? {} : { cwd: folder }) });
  const out: Buffer[] = [];
  const err: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
  const timer = setTimeout(() => child.kill('SIGKILL'), most_s * 1000);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      clearTimeout(timer);
      const bytes = Buffer.concat(out);
      resolve({ code, bytes, text: bytes.toString('utf8') + Buffer.concat(err).toString('utf8') });
    });
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
  });
}
