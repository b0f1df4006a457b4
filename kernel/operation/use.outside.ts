import type { Category } from '@axent/policy';
import type { FieldsOf, MattersOf } from '../generated/policy.types.ts';
import type { Box, Value } from '../vault/box.ts';
import type { PersonId } from '../vault/identifier.ts';

/** Purposes that a matter can be for, and categories that one can open. */
export type MatterPurpose = MattersOf['purposes'];
export type MatterCategory = MattersOf['categories'];

export type RecipientKind = keyof FieldsOf;

/** The category that a field such as `contact.phone` is of. */
type CategoryOf<F extends string> = F extends `${infer C extends Category}.${string}` ? C : never;

/** What may be handed to one third party while the operation lasts; it ends with it, and can be taken back before. */
export interface Share<F extends string> {
  /**
   * Hands one field over: the person's box of its category is read, the terms are asked once more, and the ledger notes
   * who got it. Answers the value, which the handler answers in turn to whoever brings it to the third party. Throws
   * the refusal.
   */
  readonly hand: <G extends F>(field: G, box: Box<CategoryOf<G>>) => Promise<string | null>;
  readonly revoke: () => void;
}

/** What a standing matter lets its purpose and roles read. Asked anew at each box. */
export interface Excepted {
  readonly name: string;
  readonly ground: string;
  readonly categories: readonly MatterCategory[];
  readonly people: readonly PersonId[];
  /** The boxes of one of its persons; what a closed function left is not among them. */
  readonly boxes: <C extends MatterCategory>(person: PersonId, category: C) => Promise<readonly Box<C>[]>;
  /** Opens one; its record names the matter and is shown to the person once they may be told. */
  readonly read: <C extends MatterCategory>(box: Box<C>) => Promise<Value<C>>;
}
