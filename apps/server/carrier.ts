import { type Channel, type Kernel, uuidv7 } from '@axent/kernel';
import type { CarrierSettings } from './compose.ts';
import type { Settings } from './settings.ts';

/** A carrier of the settings that is a third party. */
export interface Third {
  /** What the register of third parties calls it. */
  readonly carrier: string;
  readonly channel: Channel;
  readonly name: string;
  readonly contact: string;
  readonly fields: readonly string[];
  /** ISO dates; null: from the day it is brought in, and no terms are on file. */
  readonly terms_from: string | null;
  readonly terms_until: string | null;
}

const whole = ['message.address', 'message.text'] as const;

const works: Readonly<Record<Channel, string>> = {
  mail: 'Carries mail to the people it is for',
  sms: 'Carries SMS to the people they are for',
  push: 'Carries push messages to the browsers they are for',
};

/** The mail server of the settings; null: mail stays on this machine, or the server is the operator's own. */
export function outsideCarrier(settings: Settings): Third | null {
  const { smtp_url, mail_carrier: whose, mail_carrier_contact: contact } = settings;
  if (smtp_url === null || whose === 'own') return null;
  const name = whose ?? new URL(smtp_url).hostname;
  return {
    carrier: 'mail',
    channel: 'mail',
    name,
    contact: contact ?? name,
    fields: whole,
    terms_from: settings.mail_terms_from,
    terms_until: settings.mail_terms_until,
  };
}

/** A carrier of the file; null: it is the operator's own. */
export function outsideDescribed(described: CarrierSettings, channel: Channel): Third | null {
  const { id, url, company, contact, terms_from = null, terms_until = null } = described;
  if (company === 'own') return null;
  const name = company ?? new URL(url).hostname;
  return { carrier: id, channel, name, contact: contact ?? name, fields: whole, terms_from, terms_until };
}

/**
 * The push services of browsers; null: each has a port, so it is the operator's own. They are told where a browser is
 * reached, never the text, which only that browser can read. Their terms come from the register alone.
 */
export function outsidePush(services: readonly string[], carrier: string): Third | null {
  const others = services.filter((service) => !/:\d+$/.test(service));
  if (others.length === 0) return null;
  const name = others.join(', ').slice(0, 120);
  const terms = { terms_from: null, terms_until: null };
  return { carrier, channel: 'push', name, contact: name, fields: ['message.address'], ...terms };
}

/**
 * Writes a carrier into the register of third parties as the settings name it, so that the first officer can sign in.
 * Once it is there, the register counts and the settings do not. True when it was new.
 */
export async function bringCarrier(kernel: Kernel, third: Third): Promise<boolean> {
  const { channel, terms_from: from, terms_until: until, ...facts } = third;
  const now = new Date(kernel.clock());
  const today = now.toISOString().slice(0, 10);
  const entry = {
    ...facts,
    kind: `carrier.${channel}`,
    work: works[channel],
    terms_from: until === null ? null : (from ?? [until, today].sort()[0]),
    terms_until: until,
  };
  return await kernel.asKernel(async (client) => {
    const { rows } = await client.query<{ brought: boolean }>(
      'select kernel.bring_carrier($1, $2, $3, $4) as brought',
      [uuidv7(now.getTime()), uuidv7(now.getTime()), JSON.stringify(entry), now],
    );
    return rows[0]?.brought ?? false;
  });
}
