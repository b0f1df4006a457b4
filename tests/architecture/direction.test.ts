import { expect, test } from 'vitest';
import { direction } from './direction.guard.ts';

async function judge(path: string, text: string): Promise<readonly string[]> {
  const verdict = await direction.judge({ root: '', tools: '', lock: '', files: [{ path, text }] });
  return verdict.wrong;
}

const sheet = (declaration: string) => judge('ui/tap.css', `.tap {\n  color: red;\n  ${declaration};\n}\n`);

test.each([
  'margin-left: 1rem',
  'padding-top: 1rem',
  'border-right-color: red',
  'left: 0',
  'width: 4rem',
  'max-height: 4rem',
  'border-top-left-radius: 4px',
  'text-align: right',
  'float: left',
  'padding: 0 1rem 0 2rem',
  'inset: 0 auto auto 0',
  'margin: 0 calc(-1 * (1rem + 2px)) 0 0',
  'border-radius: 4px 0',
  'border-radius: 50% 50% 50% 0',
  'translate: 2px 0',
  'transform: rotate(9deg) translateX(-50%)',
  'background: linear-gradient(to right, red, blue)',
])('what keeps to one side of the screen is caught: %s', async (declaration) => {
  expect(await sheet(declaration)).toEqual([expect.stringContaining('ui/tap.css:3 ')]);
});

test.each([
  'margin-inline-start: 1rem',
  'inset-inline: auto 0',
  'max-inline-size: min(4rem, 10vw)',
  'padding: 0 1rem 2rem',
  'padding: 1px 2px 3px 2px',
  'margin: auto auto 0',
  'border-radius: 4px 4px 0 0',
  'text-align: end',
  'translate: 0 -50%',
  'translate: calc(2px * var(--toward)) 0',
  'transition: translate 1s, left-over 2s',
  '/* physical: a map has its west on the left in every script. */\n  inset: 0 auto auto 0',
])('what turns round with the text is left in peace: %s', async (declaration) => {
  expect(await sheet(declaration)).toEqual([]);
});

test('conditions of a media query and pages of paper have sides of their own', async () => {
  const text = `@media (min-width: 40rem) {\n  a { color: red; }\n}\n@page {\n  margin: 1mm 2mm 3mm 4mm;\n}\n`;
  expect(await judge('features/tap/customer/tap.css', text)).toEqual([]);
});

test('a side in the style of an element is caught, in a screen', async () => {
  expect(await judge('apps/customer/tap.tsx', 'const a = <p style={{ marginLeft: 4 }} />;\n')).toHaveLength(
    1,
  );
  expect(await judge('apps/customer/tap.tsx', 'const a = <p style={{ inlineSize: 4 }} />;\n')).toEqual([]);
});
