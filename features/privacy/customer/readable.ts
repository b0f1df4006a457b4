import type { Names } from './names.ts';
import type { Download } from './whole.ts';

interface Wording {
  readonly title: string;
  readonly language: string;
  readonly headings: {
    readonly held: string;
    readonly uses: string;
    readonly openings: string;
    readonly empty: string;
  };
  /** The columns of the uses: when, what for, what, by whom, clause. */
  readonly columns: readonly string[];
  readonly names: Names;
  readonly role: (id: string) => string;
  readonly field: (id: string, category: string) => string;
  readonly value: (id: string, category: string, value: string) => string;
  readonly opened: (open: boolean) => string;
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

function held({ holdings }: Download, { names, field, value: words, headings }: Wording): string {
  return holdings
    .map(({ category, items }) => {
      const facts = items.flatMap(({ value }) => [
        ...Object.entries(value).map(
          ([name, one]) =>
            `<dt>${text(field(name, category))}</dt><dd>${text(one ? words(name, category, one) : '–')}</dd>`,
        ),
      ]);
      const inside = facts.length > 0 ? `<dl>${facts.join('')}</dl>` : `<p>${text(headings.empty)}</p>`;
      return `<h3>${text(names.categories[category] ?? category)}</h3>${inside}`;
    })
    .join('');
}

function opened({ openings }: Download, { names, opened: state, moment, headings }: Wording): string {
  if (openings.length === 0) return `<p>${text(headings.empty)}</p>`;
  const facts = openings.map(
    ({ function: id, open, changed_at, revision }) =>
      `<dt>${text(names.functions?.[id] ?? id)}</dt><dd>${text(state(open))}, ${text(moment(changed_at))} (${text(revision)})</dd>`,
  );
  return `<dl>${facts.join('')}</dl>`;
}

function used({ uses }: Download, { names, role, moment, columns }: Wording): string {
  const rows = uses.map(({ at, purpose, categories, role: by, clause }) => {
    const cells = [
      moment(at),
      names.purposes[purpose] ?? purpose,
      categories.map((category) => names.categories[category] ?? category).join(', '),
      role(by),
      clause,
    ];
    return `<tr>${cells.map((cell) => `<td>${text(cell)}</td>`).join('')}</tr>`;
  });
  const head = columns.map((name) => `<th scope="col">${text(name)}</th>`).join('');
  return `<table><thead><tr>${head}</tr></thead><tbody>${rows.join('')}</tbody></table>`;
}

const style =
  'body{font:16px/1.5 system-ui,sans-serif;max-width:48rem;margin:2rem auto;padding:0 1rem;overflow-wrap:anywhere;color-scheme:light dark}h1,h2,h3{font-weight:400;line-height:1.2}dl{display:grid;grid-template-columns:12rem 1fr;gap:.25rem 1rem}dd{margin:0}th,td{padding:.25rem 1rem .25rem 0;vertical-align:top;text-align:start}th{font-weight:600}@media(max-width:40rem){dl{grid-template-columns:1fr;gap:0}dd{margin:0 0 .5rem}thead{position:absolute;clip-path:inset(50%)}tr{display:block;padding:.5rem 0;border-bottom:1px solid}td{display:block;padding:0}}';

/** The download as one page that any browser opens without a connection. */
export function readablePage(data: Download, wording: Wording): string {
  const { title, language, headings } = wording;
  return `<!doctype html><html lang="${language}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${text(title)}</title><style>${style}</style><main><h1>${text(title)}</h1><h2>${text(headings.held)}</h2>${held(data, wording)}<h2>${text(headings.openings)}</h2>${opened(data, wording)}<h2>${text(headings.uses)}</h2>${used(data, wording)}</main></html>`;
}
