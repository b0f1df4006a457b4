import type { LegalBasis } from './shape.ts';

/**
 * Legal grounds, each as the three laws name it. The PIPL knows no legitimate interest: where the GDPR rests on
 * one, China's law is served by consent (withdrawn by switching off) or by a duty that the law lays on us.
 */
export const laws = {
  contract: { gdpr: 'Art. 6(1)(b)', fadp: 'Art. 31(2)(a)', pipl: 'Art. 13(1)(2)' },
  consent: { gdpr: 'Art. 6(1)(a)', fadp: 'Art. 31(1), with Art. 6(6)', pipl: 'Art. 13(1)(1)' },
  position: {
    gdpr: 'Art. 6(1)(a)',
    fadp: 'Art. 31(1), with Art. 6(6)',
    pipl: 'Art. 13(1)(1), with Art. 28 and 29',
  },
  operation: { gdpr: 'Art. 6(1)(f)', fadp: 'Art. 31(1)', pipl: 'Art. 13(1)(3), with Art. 51' },
  security: {
    gdpr: 'Art. 6(1)(f), with Art. 32',
    fadp: 'Art. 31(1), with Art. 8',
    pipl: 'Art. 13(1)(3), with Art. 51',
  },
  fraud: { gdpr: 'Art. 6(1)(f)', fadp: 'Art. 31(1)', pipl: 'Art. 13(1)(2)' },
  duty: { gdpr: 'Art. 6(1)(c)', fadp: 'Art. 31(1)', pipl: 'Art. 13(1)(3)' },
  rights: {
    gdpr: 'Art. 6(1)(c), with Art. 12 and 15–22',
    fadp: 'Art. 31(1), with Art. 25, 28 and 32',
    pipl: 'Art. 13(1)(3), with Art. 44–50',
  },
  proof: {
    gdpr: 'Art. 6(1)(c), with Art. 5(2) and 7(1)',
    fadp: 'Art. 31(1), with Art. 6(6)',
    pipl: 'Art. 13(1)(3), with Art. 14',
  },
  safety: { gdpr: 'Art. 6(1)(c)', fadp: 'Art. 31(1)', pipl: 'Art. 13(1)(3)' },
  statistics: {
    gdpr: 'Art. 6(1)(f), with Art. 21 and 89',
    fadp: 'Art. 31(2)(e)',
    pipl: 'Art. 13(1)(1), with Art. 15',
  },
  personalising: {
    gdpr: 'Art. 6(1)(f), with Art. 21',
    fadp: 'Art. 31(1), with Art. 30(2)(b)',
    pipl: 'Art. 13(1)(1), with Art. 24',
  },
  notice: {
    gdpr: 'Art. 6(1)(c), with Art. 13 and 14',
    fadp: 'Art. 31(1), with Art. 19',
    pipl: 'Art. 13(1)(3), with Art. 17',
  },
  incident: {
    gdpr: 'Art. 6(1)(c), with Art. 34',
    fadp: 'Art. 31(1), with Art. 24',
    pipl: 'Art. 13(1)(3), with Art. 57',
  },
} as const satisfies Readonly<Record<string, LegalBasis>>;
