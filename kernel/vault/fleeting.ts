import { inspect } from 'node:util';
import type { Category } from '@axent/policy';

/** A pure function that may see fleeting values. Made by `registered`; nothing else is handed one. */
export type Registered<V, A extends readonly unknown[], R> = ((value: V, ...rest: A) => R) & {
  readonly registeredAs: string;
};

const known = new WeakSet<object>();

/** Registers a pure function, by name, to receive fleeting values. It must keep nothing of them. */
export function registered<V, A extends readonly unknown[], R>(
  name: string,
  rule: (value: V, ...rest: A) => R,
): Registered<V, A, R> {
  const wrapped = Object.assign((value: V, ...rest: A) => rule(value, ...rest), { registeredAs: name });
  known.add(wrapped);
  return wrapped;
}

/**
 * A value that is used and never stored: it cannot be printed, serialised, put into SQL or turned into text.
 * Only `give` opens it, and only to registered functions.
 */
export class Fleeting<C extends Category> {
  readonly category: C;
  readonly #value: unknown;

  constructor(category: C, value: unknown) {
    this.category = category;
    this.#value = value;
  }

  static give<V, A extends readonly unknown[], R>(
    fleeting: Fleeting<Category>,
    rule: Registered<V, A, R>,
    rest: A,
  ): R {
    if (!known.has(rule)) throw new Error('A fleeting value goes to registered functions only.');
    return rule(fleeting.#value as V, ...rest);
  }

  toJSON(): never {
    throw new Error(`A fleeting ${this.category} cannot be written as JSON.`);
  }
  toPostgres(): never {
    throw new Error(`A fleeting ${this.category} cannot be stored.`);
  }
  toString(): never {
    throw new Error(`A fleeting ${this.category} cannot be turned into text.`);
  }
  [Symbol.toPrimitive](): never {
    throw new Error(`A fleeting ${this.category} cannot be turned into a primitive.`);
  }
  [inspect.custom](): string {
    return `Fleeting<${this.category}>`;
  }
}
