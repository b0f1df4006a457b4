import { groups, type Setting } from './settings.list.ts';

const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

function without({ initial, otherwise }: Setting<unknown>): string {
  if (otherwise) return otherwise;
  if (Array.isArray(initial)) return initial.length > 0 ? `\`${initial.join(',')}\`` : 'none';
  return `\`${initial}\``;
}

function table(settings: Readonly<Record<string, Setting<unknown>>>): string[] {
  return [
    '| name | what for | allowed | without it |',
    '|---|---|---|---|',
    ...Object.entries(settings).map(
      ([name, setting]) =>
        `| \`${name}\` | ${cell(setting.words)} | ${cell(setting.parser.allowed)} | ${cell(without(setting))} |`,
    ),
  ];
}

function settingsDocument(): string {
  const chapters = Object.entries(groups).flatMap(([title, settings]) => [
    '',
    `## ${title}`,
    '',
    ...table(settings as Readonly<Record<string, Setting<unknown>>>),
  ]);
  return [
    '# Settings',
    '',
    'Read from the environment at start and checked at once: a wrong one is named with what is allowed. Each may also',
    'be written with `AXENT_` in front, which wins; an `AXENT_…` that is no setting is reported. None is needed to try',
    'AXENT out. With `NODE_ENV=production` the defaults that are safe only for trying are refused, all named together.',
    '',
    'Generated from `apps/server/settings.list.ts` by `npm run generate`.',
    ...chapters,
    '',
  ].join('\n');
}

export const generate = () => [{ path: 'docs/settings.md', text: settingsDocument() }];
