import { type Carrier, type Outbound, type System, uuidv7 } from '@axent/kernel';
import type { Language } from '@axent/policy/shape';
import { type AlertState, type Announcement, noAlerts, told, weigh } from '../alert.ts';
import type { Judgement } from '../watching.ts';
import { alertMail } from './alert.mail.ts';
import type { SystemOperations } from './system.ts';

export interface AlertOptions {
  readonly to: readonly string[];
  readonly language: Language;
  /** The usual carriers of mail, in order; no person's queue is passed through. */
  readonly carriers: readonly Carrier[];
}

interface Alerting extends AlertOptions {
  readonly operations: Pick<SystemOperations, 'weigh' | 'told'>;
  readonly publicUrl: URL;
  readonly clock: () => number;
}

const together = (one: Announcement | null, other: Announcement | null): Announcement | null =>
  one === null || other === null
    ? (one ?? other)
    : {
        raised: [...one.raised, ...other.raised],
        repeated: [...one.repeated, ...other.repeated],
        cleared: [...one.cleared, ...other.cleared],
      };

/**
 * Looks once, and tells the operator what needs a hand. What was told is remembered in the database, so that several
 * servers tell it once; that the database itself is away, each server that misses it remembers alone.
 */
export function alerting(options: Alerting): (system: System) => Promise<void> {
  const { operations, clock } = options;
  let own: AlertState = noAlerts;
  return async (system) => {
    let shared: Announcement | null = null;
    let missing: unknown = null;
    try {
      shared = (await system.run(operations.weigh, {})).announcement;
    } catch (error) {
      missing = error;
    }
    const database: Judgement = {
      part: 'database',
      level: missing === null ? 'good' : 'act',
      reason: missing === null ? 'database_size' : 'database_away',
      figures: {},
    };
    const looked = weigh(own, [database], clock());
    own = looked.state;
    const announcement = together(looked.announcement, shared);
    if (announcement !== null) await tell(options, announcement);
    if (looked.announcement !== null) own = told(own, looked.announcement, clock());
    if (shared !== null) await system.run(operations.told, { announcement: shared });
    if (missing !== null) throw missing;
  };
}

/** To each address; that one of several cannot be reached does not keep it from the others. */
async function tell(
  { to, language, carriers, publicUrl, clock }: Alerting,
  announcement: Announcement,
): Promise<void> {
  const tried = await Promise.allSettled(
    to.map((address) =>
      carry(carriers, { ...alertMail(address, announcement, language, publicUrl), id: uuidv7(clock()) }),
    ),
  );
  const failed = tried.filter((one) => one.status === 'rejected');
  if (failed.length === tried.length && failed[0] !== undefined) throw failed[0].reason;
}

/** By the first that takes it. */
async function carry(carriers: readonly Carrier[], mail: Outbound): Promise<void> {
  let failure: unknown = new Error('No carrier takes mail.');
  for (const carrier of carriers) {
    try {
      await carrier.carry(mail);
      return;
    } catch (error) {
      failure = error;
    }
  }
  throw failure;
}
