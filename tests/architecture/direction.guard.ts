import type { Guard } from './guard.ts';
import type { SourceFile } from './tree.ts';

/** Sides of the screen instead of sides of the text: start and end change places from right to left. */
const physical =
  /^((margin|padding|border|scroll-margin|scroll-padding)-(left|right|top|bottom)(-[a-z]+)?|left|right|top|bottom|((min|max)-)?(width|height)|border-(top|bottom)-(left|right)-radius)$/;
const sided = /^(text-align|text-align-last|float|clear|caption-side|resize)$/;
const fourSides = /^(margin|padding|inset|border-(width|style|color)|scroll-(margin|padding))$/;
const moves = /^(translate|transform)$/;

/** A declaration, with the comment right before it. */
const declarations = /(?:\/\*((?:[^*]|\*(?!\/))*)\*\/\s*)?(?<![-\w(])([a-z][a-z-]*)\s*:\s*([^;{}]+)(?=[;}])/g;
/** What has sides in every script, for example a map, says so in a comment right before. */
const excused = /^\s*physical: \S.{8,}/;

/** Values of a shorthand, those in brackets in one piece. */
const valuesOf = (text: string): string[] => {
  const found: string[] =
    text.replaceAll('!important', '').match(/(?:[^\s()]|\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\))+/g) ?? [];
  return found;
};

const isNothing = (value: string) => /^-?0(px|rem|%)?$/.test(value);

/** How far something is moved along a line of text, as it is written; null: not at all. */
function alongTheLine(property: string, value: string): string | null {
  const written =
    property === 'translate' ? valuesOf(value)[0] : /translate(?:X|3d)?\(([^,]+)/.exec(value)?.[1];
  if (written === undefined || written === 'none' || isNothing(written.trim())) return null;
  return written.includes('var(--toward)') ? null : written;
}

/** Top left, top right, bottom right, bottom left. */
function corners(value: string): boolean {
  const [a, b = a, c = a, d = b] = valuesOf(value.split('/')[0] ?? '');
  return a === b && c === d;
}

/** Why a declaration does not turn round with the text; null: it does. */
function fault(property: string, value: string): string | null {
  if (physical.test(property)) return 'name the side of the text (inline, block), not of the screen';
  if (sided.test(property) && /\b(left|right)\b/.test(value)) return 'start or end';
  if (/\bto (left|right)\b/.test(value)) return 'a gradient across the text does not turn round with it';
  if (fourSides.test(property)) {
    const [, end, , start] = valuesOf(value);
    if (start !== undefined && start !== end) return 'four sides that differ: write -inline and -block';
  }
  if (property === 'border-radius' && !corners(value)) return 'write border-start-start-radius and so on';
  if (moves.test(property) && alongTheLine(property, value) !== null)
    return 'multiply by var(--toward), which is -1 from right to left';
  return null;
}

const lineOf = (text: string, at: number) => text.slice(0, at).split('\n').length;

/** Pages of paper have sides of their own. */
const withoutPaper = (text: string) =>
  text.replaceAll(/@page[^{]*\{[^}]*\}/g, (rule) => rule.replaceAll(/[^\n]/g, ' '));

function faultsInSheet({ path, text }: SourceFile): string[] {
  const sheet = withoutPaper(text);
  return [...sheet.matchAll(declarations)].flatMap((match) => {
    const [whole, comment = '', property = '', value = ''] = match;
    const why = excused.test(comment) ? null : fault(property, value.trim());
    const line = lineOf(sheet, match.index + whole.lastIndexOf(property));
    return why === null ? [] : [`${path}:${line} "${property}: ${value.trim()}": ${why}`];
  });
}

const inlineSides =
  /style=\{\{[^}]*?\b((?:margin|padding|border)(?:Left|Right)|left|right|textAlign: '(?:left|right)')/g;

function faultsInScreen({ path, text }: SourceFile): string[] {
  return [...text.matchAll(inlineSides)].map(
    (match) => `${path}:${lineOf(text, match.index)} "${match[1]}": the side of the text, not of the screen`,
  );
}

const shown = /^(ui|features|apps|brand)\//;

/** What is drawn turns round for scripts that run from right to left. */
export const direction: Guard = {
  name: 'direction',
  judge: ({ files }) => {
    const sheets = files.filter(({ path }) => shown.test(path) && path.endsWith('.css'));
    const screens = files.filter(({ path }) => shown.test(path) && path.endsWith('.tsx'));
    const wrong = [...sheets.flatMap(faultsInSheet), ...screens.flatMap(faultsInScreen)];
    return { seen: `${sheets.length} sheets`, wrong };
  },
};
