/** What may be handed to whom and what matters may open, written by hand from the promises, not from the policy file. */

/** Recipients of the policy, and what each may get from which purpose now. All else is refused. */
export const recipients = [
  'carrier.mail',
  'carrier.sms',
  'carrier.push',
  'carrier.wechat',
  'partner.service',
  'partner.joint',
  'authority.supervision',
] as const;

export const shares: readonly {
  readonly purpose: string;
  readonly recipient: string;
  readonly categories: readonly string[];
}[] = [
  {
    purpose: 'service',
    recipient: 'partner.service',
    categories: ['contact', 'identity', 'address', 'ownership'],
  },
  { purpose: 'rights', recipient: 'authority.supervision', categories: ['contact', 'request'] },
];

const profile = ['contact', 'identity', 'address', 'wechat'];
const held = [
  ...profile,
  'log',
  'device',
  'ownership',
  'conversation',
  'photo',
  'video',
  'recording',
  'transcript',
  'need',
  'signal',
  'request',
  'message',
];
const duty = ['GDPR Art. 6(1)(c)', 'FADP Art. 31(1)'];

export interface GroundRights {
  /** Lawful bases in the EU and Switzerland. */
  readonly bases: readonly string[];
  readonly categories: readonly string[];
}

/** Every ground; those with no basis open to no matter. */
export const grounds: Readonly<Record<string, GroundRights>> = {
  'E.1': { bases: duty, categories: held },
  'E.2': { bases: ['GDPR Art. 6(1)(d)', 'GDPR Art. 6(1)(e)', 'FADP Art. 31(1)'], categories: held },
  'E.3': { bases: duty, categories: held },
  'E.4': { bases: ['GDPR Art. 6(1)(f)', 'FADP Art. 30(3)'], categories: profile },
  'E.5': { bases: ['GDPR Art. 6(1)(f)', 'FADP Art. 31(1)'], categories: [...profile, 'ownership'] },
  'E.6': { bases: [], categories: [] },
  'E.7': { bases: [], categories: [] },
  'E.8': { bases: ['GDPR Art. 85(2)', 'FADP Art. 31(2)(d)'], categories: [...profile, 'conversation'] },
  'E.9': { bases: duty, categories: held },
};

/** Every basis that some ground has in some legal area. */
export const everyBasis = [
  'GDPR Art. 6(1)(c)',
  'GDPR Art. 6(1)(d)',
  'GDPR Art. 6(1)(e)',
  'GDPR Art. 6(1)(f)',
  'GDPR Art. 85(2)',
  'FADP Art. 30(3)',
  'FADP Art. 31(1)',
  'FADP Art. 31(2)(d)',
  'PIPL Art. 13(1)(3)',
  'PIPL Art. 13(1)(4)',
  'PIPL Art. 13(1)(5)',
  'PIPL Art. 13(1)(6)',
  'PIPL Art. 13(1)(7)',
] as const;

/** Purposes of matters, with the role that acts in each. */
export const matterRoles: Readonly<Record<string, string>> = {
  archive: 'privacy_officer',
  security: 'security',
};

/** `purpose:category` of the uses that rest on each standing ground: both verbs together. */
export const standing: Readonly<Record<string, readonly string[]>> = {
  'E.6': [
    ...['device', 'place', 'contact', 'identity', 'address', 'ownership', 'message'].map(
      (category) => `service:${category}`,
    ),
    ...['contact', 'wechat', 'credentials', 'hint', 'device', 'message'].map(
      (category) => `authentication:${category}`,
    ),
  ],
  'E.7': ['service:log'],
  'E.9': [
    'protect:contact',
    'protect:ownership',
    'protect:message',
    'archive:conversation',
    'archive:ownership',
    'archive:request',
    'rights:contact',
    'rights:consent',
    'rights:request',
    'security:log',
    'security:signal',
  ],
};
