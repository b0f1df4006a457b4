import { implement, isTimeZone, type Operation, problem, usual_hours } from '@axent/kernel';
import * as contract from '../contract.ts';
import { reachOf } from './push.address.ts';
import * as storage from './storage.ts';

export interface PushResources {
  /** Public key of this deployment, base64url. */
  readonly push_key: string;
  /** Hosts of push services; see push.address.ts. */
  readonly push_services: readonly string[];
}

export function operations({ push_key: key, push_services }: PushResources): readonly Operation[] {
  const state = implement(contract.pushState, async ({ use, session }) => {
    const open = (await storage.subscriptionOf(use, session.device ?? '')) !== null;
    return { open, key };
  });

  const open = implement(contract.openPush, async ({ use, session, now }, { endpoint, p256dh, auth }) => {
    if (reachOf(endpoint, push_services) === null) throw problem('push_service_unknown');
    const { device, person } = session;
    if (device === null || person === null) throw problem('not_signed_in');
    await storage.dropSubscription(use, device);
    const id = use.newId();
    const push = JSON.stringify({ endpoint, keys: { p256dh, auth } });
    const place = { table: 'app.push_subscription', id };
    const sealed = await use.collect('contact', { email: null, phone: null, push }, place);
    await storage.storeSubscription(use, {
      id,
      person_id: person,
      device_id: device,
      sealed,
      opened_at: now,
    });
    return { open: true, key };
  });

  const close = implement(contract.closePush, async ({ use, session }) => {
    await storage.dropSubscription(use, session.device ?? '');
    return { open: false, key };
  });

  return [state, open, close, quietHours, setQuietHours];
}

const unset = { time_zone: null, ...usual_hours };

const quietHours = implement(contract.quietHours, async ({ use }) => {
  use.look('preference');
  return (await storage.ownHours(use)) ?? unset;
});

const setQuietHours = implement(contract.setQuietHours, async ({ use }, hours) => {
  if (hours.time_zone !== undefined && !isTimeZone(hours.time_zone)) throw problem('time_zone_unknown');
  use.keep('preference');
  await storage.storeHours(use, hours);
  use.look('preference');
  return (await storage.ownHours(use)) ?? unset;
});
