import type { CategoryName } from './categories.ts';
import type { ClauseId } from './clauses.ts';
import type { functions, purposes } from './purposes.ts';
import type { RecipientShape } from './shape.ts';

interface Recipient extends RecipientShape {
  readonly clause: ClauseId;
  readonly categories: readonly CategoryName[];
  readonly purposes: readonly (keyof typeof purposes)[];
  readonly function?: keyof typeof functions;
}

/** Carriers get what is sent, through the send gate; no purpose hands them anything besides. */
const carries = { role: 'carrier', purposes: [], categories: ['message'] } as const;

/**
 * Who may get what in principle. Who that is in fact, under which terms and which of the fields, stands in the register
 * of third parties; without an entry there whose terms are in date, nobody gets anything.
 */
export const recipients = {
  /** Each carrier sees the address and the text of what it carries, and nothing else. */
  'carrier.mail': { clause: 'S.third-party', ...carries },
  'carrier.sms': { clause: 'S.third-party', ...carries },
  'carrier.push': { clause: 'S.third-party', ...carries },
  'carrier.wechat': { clause: 'S.third-party', ...carries },
  /** Carries out a service that the person ordered. */
  'partner.service': {
    clause: 'S.third-party',
    role: 'partner',
    purposes: ['service'],
    categories: ['contact', 'identity', 'address', 'ownership'],
  },
  /** Gives a service together with us, to a person who opened that. */
  'partner.joint': {
    clause: 'M.joint',
    role: 'partner',
    purposes: ['service'],
    categories: ['contact', 'identity'],
    function: 'joint',
  },
  /** Looks into what a person asked it to look into. */
  'authority.supervision': {
    clause: 'S.third-party',
    role: 'authority',
    purposes: ['rights'],
    categories: ['contact', 'request'],
  },
} as const satisfies Readonly<Record<string, Recipient>>;
