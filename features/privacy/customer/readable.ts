import type { Output } from '@axent/kernel/operation';
import type { download } from '../contract.ts';
import type { UseLine } from './days.ts';
import type { Names } from './names.ts';

type Download = Output<typeof download>;

interface Wording {
  readonly title: string;
  readonly language: string;
  readonly headings: { readonly held: string; readonly uses: string; readonly empty: string };
  readonly names: Names;
  readonly role: (id: string) => string;
  readonly field: (id: string) => string;
  readonly moment: (iso: string) => string;
}

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** What people wrote stays text, whatever it looks like. */
const text = (value: string) => value.replace(/[&<>"]/g, (sign) => escapes[sign] ?? sign);

function held({ holdings }: Download, { names, field, headings }: Wording): string {
  return holdings
    .map(({ category, items }) => {
      const facts = items.flatMap(({ value }) => [
        ...Object.entries(value).map(
          ([name, one]) => `<dt>${text(field(name))}</dt><dd>${text(one ?? '–')}</dd>`,
        ),
      ]);
      const inside = facts.length > 0 ? `<dl>${facts.join('')}</dl>` : `<p>${text(headings.empty)}</p>`;
      return `<h3>${text(names.categories[category] ?? category)}</h3>${inside}`;
    })
    .join('');
}

function used({ uses }: Download, { names, role, moment }: Wording): string {
  const rows = (uses as readonly UseLine[]).map(({ at, purpose, categories, role: by, clause }) => {
    const cells = [
      moment(at),
      names.purposes[purpose] ?? purpose,
      categories.map((category) => names.categories[category] ?? category).join(', '),
      role(by),
      clause,
    ];
    return `<tr>${cells.map((cell) => `<td>${text(cell)}</td>`).join('')}</tr>`;
  });
  return `<table>${rows.join('')}</table>`;
}

const style =
  'body{font:16px/1.5 system-ui,sans-serif;max-width:48rem;margin:2rem auto;padding:0 1rem}dl{display:grid;grid-template-columns:12rem 1fr;gap:.25rem 1rem}dd{margin:0}td{padding:.25rem 1rem .25rem 0;vertical-align:top}';

/** The download as one page that any browser opens without a connection. */
export function readablePage(data: Download, wording: Wording): string {
  const { title, language, headings } = wording;
  return `<!doctype html><html lang="${language}"><meta charset="utf-8"><title>${text(title)}</title><style>${style}</style><h1>${text(title)}</h1><h2>${text(headings.held)}</h2>${held(data, wording)}<h2>${text(headings.uses)}</h2>${used(data, wording)}</html>`;
}
