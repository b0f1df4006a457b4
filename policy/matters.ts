import type { CategoryName } from './categories.ts';
import type { purposes } from './purposes.ts';
import type { MatterShape } from './shape.ts';

interface Matter extends MatterShape {
  readonly purposes: readonly (keyof typeof purposes)[];
  readonly categories: readonly CategoryName[];
}

/** Who handles matters: privacy officers for what is filed, security for what is going on. */
const purposes_of_matters = ['archive', 'security'] as const;

const profile = ['contact', 'identity', 'address', 'wechat'] as const;
const media = ['photo', 'video', 'recording', 'transcript', 'need'] as const;
/** All that is stored sealed. The secrets of an account are never among it: they serve verifying and nothing else. */
const held = [
  'log',
  'device',
  ...profile,
  'ownership',
  'conversation',
  ...media,
  'signal',
  'request',
  'message',
] as const;

/** A matter for which the law lays a duty on us. */
const duty = {
  eu_ch: ['GDPR Art. 6(1)(c)', 'FADP Art. 31(1)'],
  cn: ['PIPL Art. 13(1)(3)'],
} as const;

const year_days = 365;
const quarter_days = 92;

/** What each ground lets in when a matter names it. */
export const matters = {
  'E.1': {
    bases: duty,
    purposes: purposes_of_matters,
    categories: held,
    longest_days: year_days,
    keeps_withheld: false,
    counted: { eu_ch: 'from_five', cn: 'not' },
  },
  'E.2': {
    bases: {
      eu_ch: ['GDPR Art. 6(1)(d)', 'GDPR Art. 6(1)(e)', 'FADP Art. 31(1)'],
      cn: ['PIPL Art. 13(1)(4)'],
    },
    purposes: purposes_of_matters,
    categories: held,
    longest_days: quarter_days,
    keeps_withheld: false,
    counted: { eu_ch: 'each', cn: 'each' },
  },
  'E.3': {
    bases: duty,
    purposes: purposes_of_matters,
    categories: held,
    longest_days: year_days,
    keeps_withheld: true,
    counted: { eu_ch: 'from_five', cn: 'from_five' },
  },
  'E.4': {
    bases: { eu_ch: ['GDPR Art. 6(1)(f)', 'FADP Art. 30(3)'], cn: ['PIPL Art. 13(1)(6)'] },
    purposes: purposes_of_matters,
    categories: profile,
    longest_days: quarter_days,
    keeps_withheld: false,
    counted: { eu_ch: 'each', cn: 'each' },
  },
  'E.5': {
    bases: { eu_ch: ['GDPR Art. 6(1)(f)', 'FADP Art. 31(1)'], cn: ['PIPL Art. 13(1)(6)'] },
    purposes: purposes_of_matters,
    categories: [...profile, 'ownership'],
    longest_days: quarter_days,
    keeps_withheld: false,
    counted: { eu_ch: 'each', cn: 'each' },
  },
  'E.8': {
    bases: { eu_ch: ['GDPR Art. 85(2)', 'FADP Art. 31(2)(d)'], cn: ['PIPL Art. 13(1)(5)'] },
    purposes: purposes_of_matters,
    categories: [...profile, 'conversation'],
    longest_days: quarter_days,
    keeps_withheld: false,
    counted: { eu_ch: 'each', cn: 'each' },
  },
  'E.9': {
    bases: { eu_ch: duty.eu_ch, cn: [...duty.cn, 'PIPL Art. 13(1)(7)'] },
    purposes: purposes_of_matters,
    categories: held,
    longest_days: year_days,
    keeps_withheld: true,
    counted: { eu_ch: 'each', cn: 'each' },
  },
} as const satisfies Readonly<Record<string, Matter>>;
