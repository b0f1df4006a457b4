import { type Box, box, type Category, type Feature, implement, query, type Share } from '@axent/kernel';
import * as contract from './contract.ts';

/** What happens in the middle of the work, between two fields or two boxes. */
export interface Middle {
  /** Told the share that is under way; null in a matter. */
  between: (share: Share<string> | null) => Promise<void>;
  /** The share of the last order, to be tried once the order is over. */
  left: (() => Promise<string | null>) | null;
}

/** The verbs without their types: what the compiler says of them stands in tests/clauses/types. */
interface Untyped {
  readonly share: (kind: string, recipient: string, fields: readonly string[]) => Promise<UntypedShare>;
}
interface UntypedShare extends Share<string> {
  readonly hand: (field: string, box: Box<Category>) => Promise<string | null>;
}

/** A feature of the tests' own: a service that a partner carries out, and a look into a matter. */
export function partners(): { readonly feature: Feature; readonly middle: Middle } {
  const middle: Middle = { between: async () => undefined, left: null };
  const order = implement(contract.order, async ({ use }, { kind, recipient, fields }) => {
    const rows = await use.rows(
      query
        .selectFrom('app.contact')
        .select(['id', 'person_id', 'sealed'])
        .where('person_id', '=', use.person ?? ''),
    );
    const row = rows[0];
    if (row === undefined) throw new Error('nobody is here');
    const held = box('app.contact', row, row.sealed) as Box<Category>;
    const share = await (use as unknown as Untyped).share(kind, recipient, fields);
    const handed: string[] = [];
    for (const field of fields) {
      if (handed.length > 0) await middle.between(share);
      handed.push((await share.hand(field, held)) ?? '–');
    }
    middle.left = () => share.hand(fields[0] ?? '', held);
    return { handed };
  });
  const look = implement(contract.look, async ({ use }, { matter, category }) => {
    const excepted = await use.except(matter);
    const values: string[] = [];
    for (const person of excepted.people) {
      for (const one of await excepted.boxes(person, category as 'contact')) {
        if (values.length > 0) await middle.between(null);
        values.push(JSON.stringify(await excepted.read(one)));
      }
    }
    return { values };
  });
  return { feature: { name: 'partners', operations: [order, look] }, middle };
}
