import { join } from 'node:path';
import type { Guard, Project } from './guard.ts';
import { runNode } from './program.ts';

const lines = (text: string) => text.split('\n').filter((line) => line.trim() !== '');
const installed = ({ tools }: Project, path: string) => join(tools, 'node_modules', path);

interface BiomeReport {
  readonly summary: { readonly changed: number; readonly unchanged: number };
  readonly diagnostics: readonly {
    readonly severity: string;
    readonly category: string;
    readonly message: string;
    readonly location: { readonly path: string; readonly start: { readonly line: number } };
  }[];
}

/** Biome: format and lint; what it only suggests is noted. */
export const format: Guard = {
  name: 'format',
  judge: async (project) => {
    const words = ['check', '--reporter=json', '--max-diagnostics=none', '.'];
    const program = installed(project, '@biomejs/biome/bin/biome');
    const { stdout, stderr } = await runNode(program, words, project.root);
    if (!stdout.startsWith('{')) return { seen: 'nothing', wrong: lines(stderr || stdout).slice(0, 5) };
    const { summary, diagnostics }: BiomeReport = JSON.parse(stdout);
    const count = summary.changed + summary.unchanged;
    const found = diagnostics.map(({ severity, category, message, location }) => ({
      serious: severity !== 'info' && severity !== 'hint',
      line: `${location.path}:${location.start.line} ${category}: ${message}`,
    }));
    const wrong = found.filter(({ serious }) => serious).map(({ line }) => line);
    const notes = found.filter(({ serious }) => !serious).map(({ line }) => line);
    return { seen: `${count} files`, wrong: count > 0 ? wrong : ['Biome read no file'], notes };
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
