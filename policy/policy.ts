import { categories } from './categories.ts';
import { clauses } from './clauses.ts';
import { exceptions } from './exceptions.ts';
import { messages } from './messages.ts';
import { functions, purposes } from './purposes.ts';
import { recipients } from './recipients.ts';
import type { PolicyShape } from './shape.ts';
import { collect, read } from './uses.ts';

/** The privacy policy. What is not named here cannot be collected, read, sent or shared. */
export const policy = {
  revision: '2026-11',
  brand: 'AXENT',
  minimum_age: 16,
  withheld_days: 14,
  clauses,
  categories,
  purposes,
  functions,
  collect,
  read,
  messages,
  recipients,
  exceptions,
} as const satisfies PolicyShape;

export type ClauseId = keyof typeof policy.clauses;
export type Category = keyof typeof policy.categories;
export type Purpose = keyof typeof policy.purposes;
export type FunctionName = keyof typeof policy.functions;
export type MessageName = keyof typeof policy.messages;
export type RecipientName = keyof typeof policy.recipients;

/** Categories that a purpose may collect; `never` for one that collects nothing. */
export type Collects<P extends Purpose> = { [Q in Purpose]: keyof (typeof policy.collect)[Q] }[P];
/** Categories that a purpose may read; `never` for one that reads nothing. */
export type Reads<P extends Purpose> = { [Q in Purpose]: keyof (typeof policy.read)[Q] }[P];
/** Messages that a purpose may send. */
export type Sends<P extends Purpose> = {
  [M in MessageName]: (typeof policy.messages)[M]['purpose'] extends P ? M : never;
}[MessageName];
