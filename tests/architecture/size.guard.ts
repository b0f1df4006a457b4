import ts from 'typescript';
import type { Guard } from './guard.ts';
import { isCode, isGenerated, type SourceFile } from './tree.ts';

const most_lines = 400;
const mostOfNineInTen_lines = 220;
const median_lines = 80;
const function_lines = 60;

const linesOf = ({ text }: SourceFile) => text.split('\n').length - (text.endsWith('\n') ? 1 : 0);

function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/** Functions longer than the limit, as `path:line name (n lines)`. */
function longFunctions(file: SourceFile): string[] {
  const source = ts.createSourceFile(file.path, file.text, ts.ScriptTarget.Latest, true);
  const lineAt = (position: number) => source.getLineAndCharacterOfPosition(position).line;
  const found: string[] = [];
  const visit = (node: ts.Node) => {
    if (ts.isFunctionLike(node)) {
      const from = lineAt(node.getStart(source));
      const lines = lineAt(node.end) - from + 1;
      const name = node.name?.getText(source) ?? 'a function';
      if (lines > function_lines) found.push(`${file.path}:${from + 1} ${name} has ${lines} lines`);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** Style, rule 4: files stay small enough to be read at one sitting. */
export const size: Guard = {
  name: 'size',
  judge: ({ files }) => {
    const code = files.filter((file) => isCode(file) && !isGenerated(file));
    const counts = code.map(linesOf).toSorted((a, b) => a - b);
    const wrong = code
      .filter((file) => linesOf(file) > most_lines)
      .map((file) => `${file.path} has ${linesOf(file)} lines; at most ${most_lines}`);
    const [median, ninth] = [quantile(counts, 0.5), quantile(counts, 0.9)];
    if (median > median_lines)
      wrong.push(`half of all files have over ${median} lines; at most ${median_lines}`);
    if (ninth > mostOfNineInTen_lines) {
      wrong.push(`one file in ten has over ${ninth} lines; at most ${mostOfNineInTen_lines}`);
    }
    const notes = code.filter(({ path }) => !/[.]test[.]tsx?$/.test(path)).flatMap(longFunctions);
    return { seen: `${code.length} files, median ${median} lines, nine in ten under ${ninth}`, wrong, notes };
  },
};
