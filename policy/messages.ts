import type { ClauseId } from './clauses.ts';
import { laws } from './laws.ts';
import type { functions, purposes } from './purposes.ts';
import type { MessageShape } from './shape.ts';

interface Message extends MessageShape {
  readonly clause: ClauseId;
  readonly purpose: keyof typeof purposes;
  readonly function?: keyof typeof functions;
}

const ordinary = { passes_switches: false, passes_quiet_hours: false } as const;
const important = { passes_switches: true, passes_quiet_hours: false } as const;
const urgent = { passes_switches: true, passes_quiet_hours: true } as const;

/**
 * What is sent. The address rides with it, sealed, until it is delivered; so its purpose is one that reads
 * `contact` and collects `message`.
 */
export const messages = {
  code: {
    clause: 'M.code',
    purpose: 'authentication',
    basis: laws.contract,
    before_accepting: true,
    ...urgent,
  },
  case: { clause: 'M.push', purpose: 'support', basis: laws.contract, ...ordinary },
  appointment: { clause: 'M.push', purpose: 'service', basis: laws.contract, ...ordinary },
  account: {
    clause: 'M.push',
    purpose: 'rights',
    basis: laws.rights,
    before_accepting: true,
    ...important,
  },
  security: { clause: 'M.push', purpose: 'authentication', basis: laws.security, ...urgent },
  notice_change: {
    clause: 'M.push',
    purpose: 'rights',
    basis: laws.notice,
    before_accepting: true,
    ...important,
  },
  incident: {
    clause: 'M.push',
    purpose: 'rights',
    basis: laws.incident,
    before_accepting: true,
    ...urgent,
  },
  safety: { clause: 'M.push', purpose: 'protect', basis: laws.safety, before_accepting: true, ...urgent },
  news: { clause: 'M.news', purpose: 'service', basis: laws.consent, function: 'news', ...ordinary },
  joint: { clause: 'M.joint', purpose: 'service', basis: laws.consent, function: 'joint', ...ordinary },
  survey: { clause: 'U.survey', purpose: 'survey', basis: laws.consent, function: 'surveys', ...ordinary },
} as const satisfies Readonly<Record<string, Message>>;
