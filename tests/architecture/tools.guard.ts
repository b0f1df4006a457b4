import { join, relative } from 'node:path';
import type { Guard, Project } from './guard.ts';
import { runNode } from './program.ts';

const lines = (text: string) => text.split('\n').filter((line) => line.trim() !== '');
const installed = ({ tools }: Project, path: string) => join(tools, 'node_modules', path);

/** Biome: format and lint. */
export const format: Guard = {
  name: 'format',
  judge: async (project) => {
    const words = [
      'check',
      '--reporter=github',
      '--max-diagnostics=200',
      `--config-path=${project.tools}`,
      '.',
    ];
    const { code, stdout, stderr } = await runNode(
      installed(project, '@biomejs/biome/bin/biome'),
      words,
      project.root,
    );
    const said = lines(stdout + stderr);
    const seen = said.find((line) => line.startsWith('Checked')) ?? 'nothing';
    const wrong = said
      .filter((line) => /^::(error|warning)/.test(line))
      .map((line) =>
        line.replace(
          /^::\w+ title=([^,]*),file=([^,]*),line=(\d+).*?::/,
          (_, rule, file, at) => `${relative(project.root, file)}:${at} ${rule}: `,
        ),
      );
    if (code !== 0 && wrong.length === 0) return { seen, wrong: said.slice(-5) };
    return { seen: /\d+ files?/.exec(seen)?.[0] ?? seen, wrong };
  },
};

/** TypeScript 7. */
export const types: Guard = {
  name: 'types',
  judge: async (project) => {
    const words = ['--noEmit', '--pretty', 'false', '--listFiles', '-p', '.'];
    const { code, stdout, stderr } = await runNode(
      installed(project, '@typescript/native/bin/tsc'),
      words,
      project.root,
    );
    const said = lines(stdout + stderr);
    const errors = said.filter((line) => /error TS\d+/.test(line));
    const own = said.filter((line) => /[.]tsx?$/.test(line) && !line.includes('/node_modules/')).length;
    const wrong = code !== 0 && errors.length === 0 ? said.slice(-5) : errors;
    if (own === 0) return { seen: 'no file', wrong: [...wrong, 'the compiler read no file of the project'] };
    return { seen: `${own} files`, wrong };
  },
};

interface KnipIssues {
  readonly issues: readonly Readonly<Record<string, unknown>>[];
}

/** knip: files, exports and dependencies that nothing uses. */
export const unused: Guard = {
  name: 'unused',
  judge: async (project) => {
    const words = ['--no-progress', '--reporter', 'json', '--config', 'knip.json'];
    const { stdout, stderr } = await runNode(installed(project, 'knip/bin/knip.js'), words, project.root);
    if (!stdout.trimStart().startsWith('{'))
      return { seen: 'nothing', wrong: lines(stderr || stdout).slice(-5) };
    const { issues } = JSON.parse(stdout) as KnipIssues;
    const wrong = issues.flatMap(({ file, ...kinds }) =>
      Object.entries(kinds).flatMap(([kind, found]) =>
        (Array.isArray(found) ? found.flat() : []).map(
          (item: { name?: string; line?: number }) =>
            `${file}${item.line ? `:${item.line}` : ''} ${kind}: ${item.name ?? file}`,
        ),
      ),
    );
    return { seen: `${project.files.length} files`, wrong };
  },
};
