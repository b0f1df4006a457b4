import { type Context, Shredded } from '@axent/kernel';
import type { Output } from '@axent/kernel/operation';
import type { holdings } from '../contract.ts';
import { consentRows, ownHours, ownMessages, ownRequests, requestWords } from './storage.ts';

type Rights = Context<'rights'>;
export type HeldItem = Output<typeof holdings>['holdings'][number]['items'][number];

/** What stands in the kernel's own tables, in the form of the privacy centre: nothing of it is corrected there. */
const fixed = { state: 'held', correctable: false, deletable: false } as const;

async function revisionOf({ version }: Rights, sequence: number): Promise<string> {
  return (await version(sequence))?.revision ?? String(sequence);
}

/** Which versions of the notice the person accepted, in which language and when. */
export async function acceptedItems(context: Rights): Promise<HeldItem[]> {
  context.use.survey('consent');
  const accepted = (await consentRows(context.use)).filter(({ open }) => open === null);
  return await Promise.all(
    accepted.map(async ({ id, sequence, language, at }) => ({
      ...fixed,
      id,
      place: 'kernel.acceptance',
      value: { revision: await revisionOf(context, sequence), language, at: at.toISOString() },
    })),
  );
}

/** `1290` as `21:30`. */
function clockTime(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}

/** When the person is not to be disturbed, as far as they said so. */
export async function preferenceItems({ use }: Rights): Promise<HeldItem[]> {
  use.look('preference');
  const hours = await ownHours(use);
  if (hours === null) return [];
  const { time_zone, from_minute, to_minute } = hours;
  const quiet_hours = from_minute === to_minute ? null : `${clockTime(from_minute)}–${clockTime(to_minute)}`;
  return [{ ...fixed, id: use.person ?? '', place: 'kernel.quiet_hours', value: { time_zone, quiet_hours } }];
}

/** Messages that are still to be carried. */
export async function waitingItems({ use }: Rights): Promise<HeldItem[]> {
  const rows = await ownMessages(use);
  const items = await Promise.all(
    rows.map(async ({ id, box, queued_at }): Promise<HeldItem[]> => {
      try {
        const { to, subject, text } = await use.read(box);
        return [
          {
            ...fixed,
            id,
            place: 'kernel.message.sealed',
            value: { address: to ?? null, text: `${subject}\n${text}`, at: queued_at.toISOString() },
          },
        ];
      } catch (error) {
        if (error instanceof Shredded) return [];
        throw error;
      }
    }),
  );
  return items.flat();
}

/** What was said in the requests that the person made, and what was answered. */
export async function requestItems({ use }: Rights): Promise<HeldItem[]> {
  const items: HeldItem[] = [];
  for (const request of await ownRequests(use)) {
    if ((await use.hold(request, null)) === null) continue;
    for (const { id, part, at, box } of await requestWords(use, request)) {
      const { text = null, email = null, phone = null } = await use.read(box);
      const said = part === 'asked' ? { text, address: email ?? phone } : { answer: text };
      items.push({
        ...fixed,
        id,
        place: 'app.request_entry.sealed',
        value: { ...said, at: at.toISOString() },
      });
    }
  }
  return items;
}

/** Every opening and closing there was, on any device, newest first. */
export async function openingHistory(context: Rights) {
  const changes = (await consentRows(context.use)).filter(({ open }) => open !== null);
  return await Promise.all(
    changes.map(async ({ function: name, open, sequence, by, at }) => ({
      function: name ?? '',
      open: open === true,
      revision: await revisionOf(context, sequence),
      by,
      changed_at: at.toISOString(),
    })),
  );
}
