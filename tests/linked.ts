import jsonld from 'jsonld';
import { isTerm, namespaces } from '../policy/compile/dpv.terms.ts';

/** A statement, as far as tests look at it. */
export interface Quad {
  readonly subject: { readonly value: string };
  readonly predicate: { readonly value: string };
  readonly object: {
    readonly value: string;
    readonly language?: string;
    readonly datatype?: { readonly value: string };
  };
}

/** A reader without a connection: whatever a document does not carry is missing, and what RDF cannot say is an error. */
const offline = {
  documentLoader: (url: string) => Promise.reject(new Error(`asked for ${url}`)),
  safe: true,
};

/** What a JSON-LD document says, by a processor that knows nothing of the product. */
export async function quadsOf(document: object): Promise<readonly Quad[]> {
  return (await jsonld.toRDF(document as never, offline)) as unknown as Quad[];
}

/** IRIs of the Data Privacy Vocabulary that stand anywhere in a graph and do not exist. */
export function strangers(quads: readonly Quad[]): string[] {
  const longestFirst = Object.entries(namespaces).toSorted(([, a], [, b]) => b.length - a.length);
  const found = new Set(quads.flatMap(({ predicate, object }) => [predicate.value, object.value]));
  return [...found].filter((iri) => {
    const [prefix, base] = longestFirst.find(([, one]) => iri.startsWith(one)) ?? ['', ''];
    return base !== '' && !isTerm(`${prefix}:${iri.slice(base.length)}`);
  });
}

/** What a node says under a property. */
export function objectsOf(quads: readonly Quad[], subject: string, predicate: string): string[] {
  return quads
    .filter((quad) => quad.subject.value === subject && quad.predicate.value === predicate)
    .map((quad) => quad.object.value);
}

export const dpv = (name: string) => `${namespaces.dpv}${name}`;
export const dct = (name: string) => `http://purl.org/dc/terms/${name}`;
export const type = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';
