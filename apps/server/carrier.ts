import { type Kernel, uuidv7 } from '@axent/kernel';
import type { Settings } from './settings.ts';

/** What the register of third parties calls the mail server of the settings. */
const mail_carrier = 'mail';

/** The carrier's name in the register; null: mail stays on this machine, or the server is the operator's own. */
export function outsideCarrier({ smtp_url, mail_carrier: whose }: Settings): string | null {
  return smtp_url === null || whose === 'own' ? null : mail_carrier;
}

/**
 * Writes the mail carrier into the register of third parties as the settings name it, so that the first officer can
 * sign in. Once it is there, the register counts and the settings do not. True when it was new.
 */
export async function bringCarrier(kernel: Kernel, settings: Settings): Promise<boolean> {
  const { mail_carrier: name, mail_carrier_contact: contact, mail_terms_until: until } = settings;
  const now = new Date(kernel.clock());
  const today = now.toISOString().slice(0, 10);
  const host = new URL(settings.smtp_url ?? 'smtp://localhost').hostname;
  const entry = {
    kind: 'carrier.mail',
    carrier: mail_carrier,
    name: name ?? host,
    work: 'Carries mail to the people it is for',
    contact: contact ?? name ?? host,
    fields: ['message.address', 'message.text'],
    terms_from: until === null ? null : (settings.mail_terms_from ?? [until, today].sort()[0]),
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
