import type { Chapter, Requirement } from './requirement.ts';
import { chapters } from './requirements.ts';

const states = ['shown', 'excepted', 'not applicable', 'open'] as const;

const cell = (text: string) => text.replaceAll('|', '\\|');

/** A link to what shows it, and the words to look for there. */
function reference(by: string): string {
  const [path = '', ...words] = by.split(': ');
  const said = words.join(': ');
  return `[\`${path}\`](../${path})${said === '' ? '' : ` “${cell(said)}”`}`;
}

function row(one: Requirement): string {
  const rest = one.state === 'shown' ? one.by.map(reference).join('<br>') : cell(one.why);
  return `| ${one.id} | ${one.level} | ${cell(one.words)} | ${one.state} | ${rest} |`;
}

function countOf(requirements: readonly Requirement[]): string {
  return states
    .map((state) => `${requirements.filter((one) => one.state === state).length} ${state}`)
    .join(', ');
}

function section({ number, name, requirements }: Chapter): string[] {
  return [
    `## V${number} ${name}`,
    '',
    '| id | level | in our words | | shown by, or why |',
    '|---|---|---|---|---|',
    ...requirements.map(row),
    '',
    `V${number}: ${countOf(requirements)}.`,
    '',
  ];
}

/** The requirements of the standard, each with what shows it. */
export function generate() {
  const all = chapters.flatMap(({ requirements }) => requirements);
  const text = [
    '<!-- Generated from tests/asvs/ by `npm run generate`. Do not edit. -->',
    '# Security requirements',
    '',
    'The [OWASP Application Security Verification Standard 5.0](https://github.com/OWASP/ASVS/tree/v5.0.0), levels 1',
    'and 2, and those of level 3 to which AXENT holds itself. The short words are ours; what a requirement asks for in',
    'full is in the standard, under its id. `tests/asvs/requirements.test.ts` fails when something that is named here is',
    'there no more. Files under `tests/attack/` are run by `npm run attack`, all others by `npm test`. *Excepted* is what we',
    'do otherwise, and why; *not applicable* is what the product does not have; *open* is what is missing.',
    '',
    ...chapters.flatMap(section),
    `asvs: ${all.length} requirements, ${countOf(all)}`,
    '',
  ].join('\n');
  return [{ path: 'docs/security.requirements.md', text }];
}
