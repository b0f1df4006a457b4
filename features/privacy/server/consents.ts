import { type Context, everyDevice, type Feature, implement, type Use } from '@axent/kernel';
import type { CompiledPolicy, OperatorSettings } from '@axent/policy/compile';
import { consentDocument } from '../consent.document.ts';
import { type ConsentEvent, coveredBy } from '../consent.ts';
import * as contract from '../contract.consents.ts';
import * as storage from './storage.ts';

type Rights = Context<'rights'>;

export interface ConsentResources {
  readonly operator: OperatorSettings;
  /** Legal area of this deployment. */
  readonly area: 'eu_ch' | 'cn';
}

/** As many as the database gives out at once; one fewer is shown, so that it is known whether there are more. */
const given_out = 2000;

async function ownConsents(use: Use<'rights'>): Promise<{ events: ConsentEvent[]; complete: boolean }> {
  use.look('consent');
  const rows = await storage.consentRows(use);
  const events = rows
    .slice(0, given_out - 1)
    .map(({ device_id, open, ...row }) => ({ ...row, device: device_id, open: open ?? true }));
  return { events, complete: rows.length < given_out };
}

/** The versions that events name, as they were published. */
async function versionsOf({ version }: Rights, events: readonly ConsentEvent[]) {
  const versions = new Map<number, CompiledPolicy>();
  for (const sequence of new Set(events.map((event) => event.sequence))) {
    const found = await version(sequence);
    if (found !== null) versions.set(sequence, found.compiled);
  }
  return versions;
}

const consents = implement(contract.consents, async (context) => {
  const { events, complete } = await ownConsents(context.use);
  const versions = await versionsOf(context, events);
  const nothing = { purposes: [], categories: [] };
  return {
    complete,
    consents: events.map(({ settings_hash: _, device, at, ...event }) => {
      const compiled = versions.get(event.sequence);
      const covers =
        compiled === undefined || event.function === null ? nothing : coveredBy(compiled, event.function);
      return {
        ...event,
        ...covers,
        at: at.toISOString(),
        here: device === null || device === everyDevice || device === context.session.device,
        revision: compiled?.revision ?? '',
      };
    }),
  };
});

/** The person's own acceptances, openings and closings, to read and to take along. */
export function consentRecords({ operator, area }: ConsentResources): Feature {
  const records = implement(contract.consentRecords, async (context) => {
    const { events } = await ownConsents(context.use);
    const document = consentDocument({
      id: context.use.newId(),
      person: context.use.person ?? '',
      made_at: context.now,
      events,
      versions: await versionsOf(context, events),
      operator,
      area,
    });
    return { '@context': { ...document['@context'] }, '@graph': [...document['@graph']] };
  });
  return { name: 'consents', operations: [consents, records] };
}
