import {
  type Context,
  type DeviceId,
  implement,
  type Operation,
  ProblemError,
  type RowId,
  type System,
} from '@axent/kernel';
import { operation } from '@axent/kernel/operation';
import { endOwnSessions, ownSessions } from '@axent/kernel/person';
import Type from 'typebox';
import { devices, endDevice, endOthers, resetDevice } from '../contract.ts';
import { describeDevice } from './device.ts';
import * as storage from './storage.ts';
import type { Visits } from './visits.ts';

/**
 * Keeps what the caller's device says of itself; the country of this visit takes the place of the last one. True when
 * the person had not signed in on it before.
 */
export async function keepDevice(
  { use, caller, now }: Context<'authentication'>,
  device: DeviceId,
  visits: Visits,
): Promise<boolean> {
  const id = device as string as RowId;
  const value = describeDevice(caller, visits.countryOf(caller));
  const sealed = await use.collect('device', value, { table: 'app.device', id });
  return await storage.storeDevice(use, { id, person_id: use.person ?? '', sealed, seen_at: now });
}

/** Runs in the session of a request that told something new of its device. */
const visitContract = operation({
  name: 'account.visit',
  method: 'POST',
  path: '/api/account/visit',
  summary: 'Keep what the device of a session says of itself now',
  purpose: 'authentication',
  actors: ['person'],
  acceptance: true,
  input: Type.Object({}),
  output: Type.Object({}),
  errors: [],
});

/** Writes what waits. For a session that has ended meanwhile, or may no longer, nothing is kept. */
export function writingVisits(visits: Visits): (system: System) => Promise<void> {
  const visit = implement(visitContract, async (context) => {
    const { device } = context.session;
    if (device !== null) await keepDevice(context, device, visits);
    return {};
  });
  return async (system) => {
    const waiting = visits.take();
    for (const [at, [key, caller]] of waiting.entries()) {
      try {
        await system.runFor(caller, visit, {});
      } catch (error) {
        if (error instanceof ProblemError && error.status < 500) continue;
        if (error instanceof ProblemError) visits.forget(key);
        else {
          for (const [missed] of waiting.slice(at)) visits.forget(missed);
          throw error;
        }
      }
    }
  };
}

const listDevices = implement(devices, async ({ use, session }) => {
  const held = await storage.ownDevices(use);
  const sessions = await ownSessions(use);
  return {
    devices: await Promise.all(
      held.map(async ({ id, seen_at, box }) => {
        const { name, type, connection, country } = await use.read(box);
        const going = sessions.get(id);
        const last_seen_at = (going && going.seen_at > seen_at ? going.seen_at : seen_at).toISOString();
        const this_device = id === session.device;
        const signed_in = going !== undefined;
        return { id, this_device, signed_in, name, type, connection, country, last_seen_at };
      }),
    ),
  };
});

const signOutDevice = implement(endDevice, async ({ use, caller }, { id }) => {
  await endOwnSessions(use, id, caller.tokenHash);
  return {};
});

const signOutOthers = implement(endOthers, async ({ use, caller }) => {
  await endOwnSessions(use, null, caller.tokenHash);
  return {};
});

/** The row bears the old identifier as its id, to which its box is bound: it is sealed anew under the new one. */
const forgetDevice = (visits: Visits) =>
  implement(resetDevice, async ({ use, session, caller, now, reply, renewDevice }) => {
    const id = use.newId();
    const device = id as string as DeviceId;
    const held = session.device === null ? null : await storage.ownDevice(use, session.device);
    const value = held === null ? describeDevice(caller, visits.countryOf(caller)) : await use.read(held);
    const sealed = await use.collect('device', value, { table: 'app.device', id });
    await renewDevice(device);
    if (session.device !== null) await storage.dropDevice(use, session.device);
    await storage.storeDevice(use, { id, person_id: use.person ?? '', sealed, seen_at: now });
    visits.written({ person: use.person, device }, caller);
    reply.setDevice(device);
    return { id };
  });

export function deviceOperations(visits: Visits): readonly Operation[] {
  return [listDevices, signOutDevice, signOutOthers, forgetDevice(visits)];
}
