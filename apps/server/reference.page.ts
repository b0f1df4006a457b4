import {
  type ApiFacts,
  type Contract,
  commonProblems,
  commonProblemsOf,
  commonWords,
  featureOf,
  type JsonObject,
  ownProblemsOf,
  type ProblemWords,
  plainSchema,
} from '@axent/kernel';
import { join, type Markup, page, tag } from './markup.ts';
import { shape } from './reference.shape.ts';

/** The API reference as a page without script: by feature, every operation with all that its contract says. */
export function referencePage(contracts: readonly Contract[], facts: ApiFacts): string {
  const features = Map.groupBy(contracts, featureOf);
  const sections = [...features].map(([name, own]) => section(name, own));
  return page(
    `${facts.title} · API reference`,
    '/api/reference.css',
    tag('a', { href: '#operations', class: 'skip' }, 'To the operations'),
    tag('header', {}, ...introduction(contracts.length, facts)),
    contents(features),
    tag('main', { id: 'operations' }, ...sections, manners(), problems(contracts, facts.words)),
  );
}

function introduction(count: number, facts: ApiFacts): Markup[] {
  return [
    tag('p', { class: 'brand' }, facts.title),
    tag('h1', {}, 'API reference'),
    tag('p', { class: 'lead' }, facts.description),
    tag(
      'p',
      {},
      `${count} operations at`,
      tag('code', {}, facts.server),
      '·',
      tag('a', { href: '/api/openapi.json' }, 'OpenAPI 3.1 document'),
    ),
  ];
}

function contents(features: ReadonlyMap<string, readonly Contract[]>): Markup {
  const items = [...features].map(([name, own]) =>
    tag(
      'li',
      {},
      tag('a', { href: `#${name}` }, title(name)),
      tag('span', { class: 'count' }, String(own.length)),
    ),
  );
  const rest = [
    tag('li', {}, tag('a', { href: '#manners' }, 'Manners')),
    tag('li', {}, tag('a', { href: '#problems' }, 'Problems')),
  ];
  return tag('nav', { 'aria-label': 'Contents' }, tag('ul', {}, ...items, ...rest));
}

function section(name: string, contracts: readonly Contract[]): Markup {
  return tag('section', { id: name }, tag('h2', {}, title(name)), ...contracts.map(operation));
}

function operation(contract: Contract): Markup {
  return tag(
    'article',
    { id: contract.name },
    tag(
      'h3',
      {},
      tag('span', { class: `method ${contract.method.toLowerCase()}` }, contract.method),
      tag('code', {}, contract.path),
      tag('a', { href: `#${contract.name}`, class: 'name' }, contract.name),
    ),
    tag('p', {}, `${contract.summary}.`),
    facts(contract),
    details(contract.method === 'GET' ? 'Query' : 'Body', contract.input),
    details('Answer', contract.output),
    errors(contract),
  );
}

function facts(contract: Contract): Markup {
  const conditions = [
    contract.acceptance ? 'after accepting the notice' : null,
    contract.fresh ? 'with a sign-in of the last ten minutes' : null,
    contract.once ? 'once for each idempotency key' : null,
    contract.per_minute === undefined ? null : `${contract.per_minute} a minute`,
  ].filter((one) => one !== null);
  const rows: [string, string][] = [
    ['Purpose', contract.purpose],
    ['Who', contract.actors.map((actor) => actor.replaceAll('_', ' ')).join(', ')],
    ...(conditions.length > 0 ? [['When', conditions.join(', ')] as [string, string]] : []),
  ];
  return tag('dl', {}, ...rows.flatMap(([term, words]) => [tag('dt', {}, term), tag('dd', {}, words)]));
}

function details(title: string, schema: Contract['input']): Markup | null {
  const plain = plainSchema(schema) as JsonObject & { readonly properties?: JsonObject };
  if (Object.keys(plain.properties ?? {}).length === 0) return null;
  return tag('details', {}, tag('summary', {}, title), shape(plain));
}

function errors(contract: Contract): Markup {
  const own = ownProblemsOf(contract).map(link);
  const common = commonProblemsOf(contract).map(link);
  const rows = [
    own.length > 0 ? tag('p', {}, 'Its own:', ...own) : null,
    tag('p', {}, 'As anywhere:', ...common),
  ];
  return tag('details', {}, tag('summary', {}, 'Problems'), ...rows);
}

function link(code: string): Markup {
  return tag('a', { href: `#problem-${code}` }, tag('code', {}, code));
}

/** What holds for every operation. */
function manners(): Markup {
  const rules = [
    'A GET takes its input as a query, a POST as a JSON body of at most 64 KB. Nothing personal belongs into an address.',
    'Sessions travel in a cookie that scripts cannot read. Writes are taken from our own pages only.',
    'Send Idempotency-Key with a write that says “once for each idempotency key”, and the same one when you try again.',
    'Lists page by key: what an answer calls `next` belongs into the next question.',
    'Accept-Language chooses the words of problems: en, zh-CN or de.',
    'A 429 or 503 says in Retry-After how many seconds to wait.',
  ];
  const list = tag('ul', { class: 'rules' }, ...rules.map((rule) => tag('li', {}, rule)));
  return tag('section', { id: 'manners' }, tag('h2', {}, 'Manners'), list);
}

function problems(contracts: readonly Contract[], words: ProblemWords): Markup {
  const known = { ...words, ...commonWords } as ProblemWords;
  const own = contracts.flatMap(ownProblemsOf);
  const codes = [...new Set([...Object.keys(commonProblems), ...own])].sort();
  const rows = codes.map((code) => {
    const status = (commonProblems as Record<string, number>)[code];
    const text = known[code]?.en;
    return tag(
      'div',
      { id: `problem-${code}` },
      tag('dt', {}, tag('code', {}, code), tag('span', {}, String(status ?? '4xx'))),
      tag('dd', {}, join([tag('b', {}, `${text?.title ?? code}.`), text?.detail ?? ''])),
    );
  });
  return tag(
    'section',
    { id: 'problems' },
    tag('h2', {}, 'Problems'),
    tag('dl', { class: 'problems' }, ...rows),
  );
}

function title(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1).replaceAll('_', ' ');
}
