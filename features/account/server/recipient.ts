import { problem } from '@axent/kernel';
import { maskEmail, maskPhone, normaliseEmail } from '../account.ts';
import { normalisePhone } from '../phone.ts';

/** To whom a code goes: the kind is that of the identifier by which the person is found. */
export interface Recipient {
  readonly kind: 'email' | 'phone';
  readonly channel: 'mail' | 'sms';
  /** Normalised. */
  readonly value: string;
  readonly masked: string;
}

interface Named {
  readonly email?: string;
  readonly phone?: string;
}

/** Exactly one of the two, normalised. Throws the problem that says what to change. */
export function recipientOf({ email, phone }: Named): Recipient {
  if (phone !== undefined && email === undefined) {
    const value = normalisePhone(phone);
    if (value === null) throw problem('phone_invalid');
    return { kind: 'phone', channel: 'sms', value, masked: maskPhone(value) };
  }
  const value = phone === undefined ? normaliseEmail(email ?? '') : null;
  if (value === null) throw problem('address_invalid');
  return { kind: 'email', channel: 'mail', value, masked: maskEmail(value) };
}
