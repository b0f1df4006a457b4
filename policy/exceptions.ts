import type { CategoryName } from './categories.ts';
import type { ClauseId } from './clauses.ts';
import { matters } from './matters.ts';
import type { purposes } from './purposes.ts';
import type { ExceptionShape } from './shape.ts';

interface Standing {
  readonly law: string;
  readonly area: 'eu_ch' | 'cn' | 'all';
  readonly purpose: keyof typeof purposes;
  readonly categories: readonly CategoryName[];
  readonly retention_days: number | null;
  readonly why: string;
}

interface Ground extends ExceptionShape {
  readonly clause: ClauseId;
  readonly standing: readonly Standing[];
}

/** A ground that opens only by a named, approved and dated matter. */
function matter<const C extends keyof typeof matters>(clause: C) {
  return { clause, matter: matters[clause], standing: [] } as const;
}

/** Grounds on which no authorization is needed. None of them reaches the data of a function that is closed. */
export const exceptions = {
  'E.1': matter('E.1'),
  'E.2': matter('E.2'),
  'E.3': matter('E.3'),
  'E.4': matter('E.4'),
  'E.5': matter('E.5'),
  'E.6': {
    clause: 'E.6',
    standing: [
      {
        law: 'GDPR Art. 6(1)(b); FADP Art. 31(2)(a); PIPL Art. 13(1)(2)',
        area: 'all',
        purpose: 'service',
        categories: ['device', 'place', 'contact', 'identity', 'address', 'ownership', 'message'],
        retention_days: null,
        why: 'Doing what the person has just asked for.',
      },
      {
        law: 'GDPR Art. 6(1)(b); FADP Art. 31(2)(a); PIPL Art. 13(1)(2)',
        area: 'all',
        purpose: 'authentication',
        categories: ['contact', 'wechat', 'credentials', 'hint', 'device', 'message'],
        retention_days: null,
        why: 'Sending the code that the person asked for and letting them in with it.',
      },
    ],
  },
  'E.7': {
    clause: 'E.7',
    standing: [
      {
        law: 'GDPR Art. 6(1)(f); FADP Art. 31(1); PIPL Art. 13(1)(3) with Art. 51',
        area: 'all',
        purpose: 'service',
        categories: ['log'],
        retention_days: 30,
        why: 'Finding and handling faults and attacks, and keeping the service reachable.',
      },
    ],
  },
  'E.8': matter('E.8'),
  'E.9': {
    clause: 'E.9',
    matter: matters['E.9'],
    standing: [
      {
        law: 'Regulation (EU) 2023/988 Art. 35; Swiss Product Safety Act Art. 8',
        area: 'eu_ch',
        purpose: 'protect',
        categories: ['contact', 'ownership', 'message'],
        retention_days: null,
        why: 'Telling owners of a product about its recall.',
      },
      {
        law: 'Consumer Rights Protection Law of China Art. 19',
        area: 'cn',
        purpose: 'protect',
        categories: ['contact', 'ownership', 'message'],
        retention_days: null,
        why: 'Telling owners of a product about its recall.',
      },
      {
        law: 'Swiss Code of Obligations Art. 958f; German Fiscal Code § 147',
        area: 'eu_ch',
        purpose: 'archive',
        categories: ['conversation', 'ownership'],
        retention_days: 3650,
        why: 'Keeping business records for as long as bookkeeping law asks.',
      },
      {
        law: 'Accounting Law of China Art. 23; E-Commerce Law of China Art. 31',
        area: 'cn',
        purpose: 'archive',
        categories: ['conversation', 'ownership'],
        retention_days: 3650,
        why: 'Keeping business records for as long as bookkeeping law asks.',
      },
      {
        law: 'GDPR Art. 12 and 15–22; FADP Art. 25, 28 and 32; PIPL Art. 44–50',
        area: 'all',
        purpose: 'rights',
        categories: ['contact', 'consent'],
        retention_days: null,
        why: 'Answering requests of people about their data.',
      },
      {
        law: 'GDPR Art. 12 and 15–22; FADP Art. 25, 28 and 32; PIPL Art. 44–50',
        area: 'all',
        purpose: 'rights',
        categories: ['request'],
        retention_days: 1095,
        why: 'Following a request of a person about their data until it is answered.',
      },
      {
        law: 'GDPR Art. 5(2) with Art. 12; FADP Art. 25; PIPL Art. 50 and 54',
        area: 'all',
        purpose: 'archive',
        categories: ['request'],
        retention_days: 1095,
        why: 'Showing that requests were answered.',
      },
      {
        law: 'GDPR Art. 33 and 34; FADP Art. 24; PIPL Art. 57',
        area: 'all',
        purpose: 'security',
        categories: ['log', 'signal'],
        retention_days: 90,
        why: 'Reporting an incident to the authority and to those whose data it touched.',
      },
      {
        law: 'Cybersecurity Law of China, duty to keep network logs for at least six months',
        area: 'cn',
        purpose: 'security',
        categories: ['log'],
        retention_days: 180,
        why: 'Keeping the operation log for as long as the law of mainland China asks.',
      },
    ],
  },
} as const satisfies Readonly<Record<string, Ground>>;
