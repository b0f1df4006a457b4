import { readFileSync } from 'node:fs';
import type { Carrier } from '@axent/kernel';
import { outsideCarrier, outsideDescribed, outsidePush, type Third } from './carrier.ts';
import {
  channelOf,
  Outbox,
  openCarrier,
  pushCarrier,
  readCarriers,
  smtpCarrier,
  type VapidKeys,
} from './compose.ts';
import { type Settings, SettingsFailure } from './settings.ts';

const push_carrier = 'push.web';

export interface Opened {
  /** In order within each channel. */
  readonly carriers: readonly Carrier[];
  /** Those of them that are third parties, as the settings name them. */
  readonly thirds: readonly Third[];
  /** Plays the mailbox or the phone where no carrier is set; null: it plays neither. */
  readonly outbox: Outbox | null;
}

/** @throws SettingsFailure for a file that describes no carriers. */
export function openCarriers(settings: Settings, keys: VapidKeys, clock: () => number): Opened {
  const production = settings.node_env === 'production';
  const described = readFile(settings.carriers_file, production);
  const thirds: Third[] = [];
  const set: Carrier[] = [];
  const add = (carrier: Carrier, third: Third | null) => {
    set.push(third === null ? carrier : { ...carrier, outside: third.carrier });
    if (third !== null) thirds.push(third);
  };
  if (settings.smtp_url !== null)
    add(smtpCarrier(settings.smtp_url, settings.mail_from), outsideCarrier(settings));
  for (const one of described)
    add(openCarrier(one, settings.mail_from), outsideDescribed(one, channelOf(one)));
  const has = (channel: string) => set.some((carrier) => carrier.channel === channel);
  if (production && !has('mail')) {
    const message = 'Without it mail goes to a local outbox that anybody can read. Set your mail server.';
    throw new SettingsFailure([{ name: 'SMTP_URL', message }]);
  }
  const outbox = new Outbox(clock);
  // In production a channel without a carrier is not offered; to try AXENT out, the outbox plays it.
  const played = production ? [] : (['mail', 'sms'] as const).filter((channel) => !has(channel));
  for (const channel of played) add(outbox.carrier(channel), null);
  const push = pushCarrier({
    id: push_carrier,
    services: settings.push_services,
    keys,
    subject: settings.public_url.startsWith('https:')
      ? settings.public_url
      : `mailto:${settings.privacy_contact}`,
  });
  add(push, outsidePush(settings.push_services, push_carrier));
  return { carriers: set, thirds, outbox: played.length > 0 ? outbox : null };
}

function readFile(file: string | null, production: boolean) {
  if (file === null) return [];
  const wrong = (message: string) => new SettingsFailure([{ name: 'CARRIERS_FILE', message }]);
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw wrong(`${file} cannot be read.`);
  }
  const described = readCarriers(text, production);
  if (typeof described === 'string') throw wrong(described);
  return described;
}
