import type { Guard } from './guard.ts';
import { isCode } from './tree.ts';

/** Names that say nothing about what is inside. */
export const empty: ReadonlySet<string> = new Set([
  'utils',
  'util',
  'helpers',
  'helper',
  'lib',
  'common',
  'misc',
  'shared',
  'stuff',
  'base',
]);
const wellFormed = /^[.]?[a-z0-9]+([-_][a-z0-9]+)*([.][a-z0-9]+([-_][A-Za-z0-9]+)*)*[.](ts|tsx|mjs|cjs)$/;
/** A language tag keeps its own spelling. */
const languages = /zh-CN/g;

export const names: Guard = {
  name: 'names',
  judge: ({ files }) => {
    const code = files.filter(isCode);
    const wrong = code.flatMap(({ path }) => {
      const words = path.split(/[/.]/);
      const nothing = words
        .filter((word) => empty.has(word))
        .map((word) => `${path}: "${word}" says nothing`);
      const file = path.split('/').at(-1)?.replace(languages, 'zh-cn') ?? '';
      return wellFormed.test(file)
        ? nothing
        : [...nothing, `${path}: a file is <noun>.ts or <noun>.<role>.ts`];
    });
    return { seen: `${code.length} files`, wrong };
  },
};
