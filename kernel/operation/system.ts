import type { LegalArea } from '@axent/policy/shape';
import type { Publication } from '../gate/publication.ts';
import { newVisitor } from '../person/visitor.ts';
import type { Caller, Reply } from './context.ts';
import type { Contract, Input, Output } from './contract.ts';
import type { Implemented } from './feature.ts';
import type { Kernel } from './parts.ts';
import { run } from './run.ts';

/** What jobs and event handlers may do: each through the gate, or one act of the kernel; in nobody's name but `runFor`. */
export interface System {
  /** Runs an operation whose contract names the actor `system`. */
  readonly run: <C extends Contract>(operation: Implemented<C>, input: Input<C>) => Promise<Output<C>>;
  /** Runs an operation in the session that a request came with, as that session stands by then. */
  readonly runFor: <C extends Contract>(
    caller: Caller,
    operation: Implemented<C>,
    input: Input<C>,
  ) => Promise<Output<C>>;
  /** Publishes this release's policy if `base` is still in force; see `publish`. */
  readonly publish: (by: readonly string[], base: number) => Promise<Publication>;
  /** Makes everything that was sealed under this owner unreadable, durably. */
  readonly shred: (owner: string) => Promise<void>;
  /** Makes days (ISO dates) of a table that is partitioned by the day, where they are missing. */
  readonly keepDays: (table: string, days: readonly string[]) => Promise<void>;
  /** Ends a day of such a table, whole. False: another server is at it. */
  readonly dropDay: (table: string, day: string) => Promise<boolean>;
  /** Deletes what has been kept as long as the policy in force says, in a legal area. Answers how many rows. */
  readonly expire: (area: LegalArea) => Promise<number>;
  /** Writes down for the report that rows of a category went because their days were over. */
  readonly noteDeletion: (category: string, rows: number, days: number) => Promise<void>;
}

/** No request stands behind it: no cookie, no address, no language of a reader's own. */
const caller: Caller = {
  system: true,
  tokenHash: null,
  visitor: newVisitor,
  device: null,
  binding: null,
  gpc: false,
  language: 'en',
  userAgent: '',
  clientHints: {},
  address: '',
  idempotencyKey: null,
};

const refuse = (): never => {
  throw new Error('The system has no browser that could keep a cookie.');
};
const reply: Reply = {
  startSession: refuse,
  endSession: refuse,
  setVisitor: refuse,
  setDevice: refuse,
  bind: refuse,
};

interface Publishing {
  readonly publish: System['publish'];
  readonly keepDays: System['keepDays'];
  readonly dropDay: System['dropDay'];
  readonly expire: System['expire'];
  readonly noteDeletion: System['noteDeletion'];
}

export function systemOf(kernel: Kernel & Publishing): System {
  return {
    run: async <C extends Contract>(operation: Implemented<C>, input: Input<C>) =>
      (await run(kernel, operation, caller, reply, input)) as Output<C>,
    runFor: async <C extends Contract>(from: Caller, operation: Implemented<C>, input: Input<C>) =>
      (await run(kernel, operation, from, reply, input)) as Output<C>,
    publish: (by, base) => kernel.publish(by, base),
    shred: (owner) => kernel.vault.shred(owner),
    keepDays: kernel.keepDays,
    dropDay: kernel.dropDay,
    expire: kernel.expire,
    noteDeletion: kernel.noteDeletion,
  };
}
