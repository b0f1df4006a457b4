import type { Guard } from './guard.ts';
import { isCode, type SourceFile } from './tree.ts';

interface Ban {
  readonly pattern: RegExp;
  readonly why: string;
  readonly where: (file: SourceFile) => boolean;
}

const everywhere = () => true;
const inTests = ({ path }: SourceFile) => /[.]test[.]tsx?$/.test(path);

// A page may speak of a directive in `backticks`. Each pattern is written so that it does not match its own text.
export const bans: readonly Ban[] = [
  { pattern: /(?<!`)\bas an[y]\b/, why: 'hides what the type wall would refuse', where: isCode },
  { pattern: /@ts-ignor[e]|@ts-nochec[k]/, why: 'switches the compiler off', where: isCode },
  {
    pattern: /\/[/*]+\s*@ts-expect-erro[r](?!:? \S.{8,})/,
    why: 'a suppression carries its reason on the same line',
    where: isCode,
  },
  {
    pattern: /biome-ignor[e](?!(-all|-start)? [a-z0-9/A-Z]+: \S.{8,})(?!-end)/,
    why: 'a suppression carries its reason on the same line',
    where: everywhere,
  },
  { pattern: /eslint-disabl[e]|prettier-ignor[e]/, why: 'no such tool runs here', where: isCode },
  { pattern: /\b(TOD[O]|FIXM[E]|XX[X]|HAC[K])\b/, why: 'an issue, or done', where: isCode },
  {
    pattern: /\b(it|test|describe)[.](only|skip|todo|fails)\b/,
    why: 'a test runs, or is not there',
    where: inTests,
  },
  { pattern: /(?<![\w.])\/(work|root|tmp\/brief)\/[a-z]/, why: 'a path of one machine', where: everywhere },
  { pattern: /(?<![\w.])\/(home|Users)\/[a-z]+\//, why: 'a path of one machine', where: everywhere },
  {
    pattern: /https?:\/\/[^\s/]*(registr[y]|verdacci[o]|artifactor[y]|npmmirro[r])/,
    why: 'an address of one workplace',
    where: everywhere,
  },
  {
    pattern: /\b(ChatGP[T]|Claud[e]|Copilo[t]|language mode[l]|AI assistan[t]|sub-?agen[t])\b/i,
    why: 'the project speaks of itself alone',
    where: everywhere,
  },
];

export const words: Guard = {
  name: 'words',
  judge: ({ files }) => {
    const wrong = files.flatMap((file) => {
      const applicable = bans.filter(({ where }) => where(file));
      if (!applicable.some(({ pattern }) => pattern.test(file.text))) return [];
      return file.text.split('\n').flatMap((line, index) =>
        applicable.flatMap(({ pattern, why }) => {
          const [match] = pattern.exec(line) ?? [];
          return match ? [`${file.path}:${index + 1} "${match}": ${why}`] : [];
        }),
      );
    });
    return { seen: `${files.length} files`, wrong };
  },
};
