import type { Language, LegalBasis, NoticeWords } from '../shape.ts';
import { languages } from '../shape.ts';
import { namespaces, type Term } from './dpv.terms.ts';
import type { OperatorSettings } from './notice.ts';

/** A node of JSON-LD. A property or a kind that the vocabulary does not have does not compile. */
export type Node = { readonly [property in Term]?: Value } & {
  readonly '@id'?: string;
  readonly '@type'?: Kind | readonly Kind[];
  readonly '@value'?: string;
  readonly 'rdf:value'?: Value;
  readonly [property: `dct:${string}`]: Value;
};
type Kind = Term | `xsd:${string}`;
type Value = string | Node | readonly Node[] | Words;
/** One text by language. */
export type Words = Readonly<Partial<Record<Language, string>>>;

export interface LinkedDocument {
  readonly '@context': typeof context;
  readonly '@graph': readonly Node[];
}

type Context = Readonly<Record<string, string | Readonly<Record<string, string>>>>;

/** Stands in each document, so that nothing has to be fetched to read it. */
export const context = {
  ...namespaces,
  dct: 'http://purl.org/dc/terms/',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  'dct:title': { '@id': 'dct:title', '@container': '@language' },
  'dct:description': { '@id': 'dct:description', '@container': '@language' },
  'dct:issued': { '@id': 'dct:issued', '@type': 'xsd:dateTime' },
  'dct:date': { '@id': 'dct:date', '@type': 'xsd:dateTime' },
  'dpv:isIndicatedAtTime': { '@id': 'dpv:isIndicatedAtTime', '@type': 'xsd:dateTime' },
} as const satisfies Context;

/** A reference to a term of the vocabulary. */
export const term = (name: Term): Node => ({ '@id': name });
export const ref = (id: string): Node => ({ '@id': id });

/**
 * The name of a policy: its hash as a Named Information URI (RFC 6920), the same wherever it was loaded from. What
 * follows the # names a part of it.
 */
export function policyName(hash: string, part?: string): string {
  const name = `ni:///sha-256;${Buffer.from(hash, 'hex').toString('base64url')}`;
  return part === undefined ? name : `${name}#${part}`;
}

/** The words of one thing in every language, as a language map. */
export function inLanguages(
  notices: Readonly<Record<Language, NoticeWords>>,
  of: (words: NoticeWords) => string | undefined,
): Words {
  return Object.fromEntries(languages.map((language) => [language, of(notices[language]) ?? '']));
}

export function controllerNode(id: string, operator: OperatorSettings): Node {
  return {
    '@id': id,
    '@type': 'dpv:DataController',
    'dpv:hasName': operator.name,
    'dpv:hasAddress': operator.address,
    'dpv:hasContact': operator.contact,
    'dpv:hasRepresentative': { '@type': 'dpv:Representative', 'dpv:hasName': operator.representative },
    'dpv:hasAuthority': { '@type': 'dpv:DataProtectionAuthority', 'dpv:hasName': operator.authority },
  };
}

/** How long something is kept. `retention_days`: null while the account lives, 0 never stored. */
export function storageNode(retention_days: number | null): Node {
  const duration: Node =
    retention_days === null
      ? { '@type': 'dpv:UntilEventDuration', 'dct:description': { en: 'Until the account is closed.' } }
      : {
          '@type': 'dpv:TemporalDuration',
          'rdf:value': { '@value': `P${retention_days}D`, '@type': 'xsd:duration' },
        };
  return { '@type': 'dpv:StorageDuration', 'dpv:hasDuration': duration };
}

const gdpr = 'http://data.europa.eu/eli/reg/2016/679/oj';
const gdprTerms: Readonly<Record<string, Term>> = {
  a: 'eu-gdpr:A6-1-a',
  b: 'eu-gdpr:A6-1-b',
  c: 'eu-gdpr:A6-1-c',
  d: 'eu-gdpr:A6-1-d',
  e: 'eu-gdpr:A6-1-e',
  f: 'eu-gdpr:A6-1-f',
};
/** What the vocabulary has no terms of a law of its own for; other articles stand as a legal basis in general. */
const otherTerms: Readonly<Record<string, Term>> = {
  'FADP Art. 31(2)(a)': 'dpv:Contract',
  'PIPL Art. 13(1)(1)': 'dpv:Consent',
  'PIPL Art. 13(1)(2)': 'dpv:Contract',
  'PIPL Art. 13(1)(3)': 'dpv:LegalObligation',
};

/** The ground as each law names it; the GDPR's by its own term. */
export function basisNodes(basis: LegalBasis): Node[] {
  const letter = /^Art\. 6\(1\)\(([a-f])\)/.exec(basis.gdpr)?.[1] ?? '';
  const law = (id: string | null, name: string): Node => ({
    ...(id === null ? {} : { '@id': id }),
    '@type': 'dpv:Law',
    'dct:title': { en: name },
  });
  const ground = (kind: Term | undefined, name: string, article: string, id: string | null): Node => ({
    '@type': kind === undefined ? 'dpv:LegalBasis' : ['dpv:LegalBasis', kind],
    'dct:title': { en: `${name} ${article}` },
    'dpv:hasApplicableLaw': law(id, name),
  });
  const other = (name: string, article: string): Node => {
    const [first = ''] = article.split(',');
    return ground(otherTerms[`${name} ${first}`], name, article, null);
  };
  return [
    ground(gdprTerms[letter], 'GDPR', basis.gdpr, gdpr),
    other('FADP', basis.fadp),
    other('PIPL', basis.pipl),
  ];
}
