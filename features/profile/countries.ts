/** How addresses are written in the countries to which something can be sent. Pure. */

export const address_fields = [
  'street',
  'line2',
  'district',
  'town',
  'province',
  'postcode',
  'country',
] as const;
export type AddressField = (typeof address_fields)[number];

/** Fields that are typed; the country is chosen. */
export type TypedField = Exclude<AddressField, 'country'>;

export interface CountryFormat {
  /** In the order in which people of the country fill them in. */
  readonly fields: readonly TypedField[];
  readonly required: readonly TypedField[];
  /** What a postcode looks like, without blanks and dashes and in capital letters. */
  readonly postcode: RegExp;
  /** How its parts are put together. */
  readonly written: string;
  readonly example: string;
  /** What a province looks like, where it is a code. */
  readonly province?: RegExp;
}

const usual = ['street', 'line2', 'postcode', 'town'] as const;
const needed = ['street', 'postcode', 'town'] as const;

function format(
  postcode: RegExp,
  example: string,
  more: Partial<Omit<CountryFormat, 'postcode' | 'example'>> = {},
): CountryFormat {
  return { fields: usual, required: needed, postcode, written: '$1', example, ...more };
}

/** With its province below the town. */
const provincial = {
  fields: [...usual, 'province'],
  required: [...needed, 'province'],
} as const satisfies Partial<CountryFormat>;

/**
 * Fields and postcodes after the address data of Google's libaddressinput and the Universal Postal Union's "Postal
 * addressing systems". In front of a postcode, its country's sign is understood and left away.
 */
export const countries: Readonly<Record<string, CountryFormat>> = {
  AT: format(/^(?:AT?)?([1-9]\d{3})$/, '1010'),
  BE: format(/^(?:BE?)?([1-9]\d{3})$/, '1000'),
  BG: format(/^(?:BG)?(\d{4})$/, '1000'),
  CH: format(/^(?:CH)?([1-9]\d{3})$/, '8001'),
  // From the large to the small. Parcels arrive without the postcode, which few people know by heart.
  CN: format(/^(?:CN)?(\d{6})$/, '200040', {
    fields: ['province', 'town', 'district', 'street', 'line2', 'postcode'],
    required: ['province', 'town', 'street'],
  }),
  CY: format(/^(?:CY)?(\d{4})$/, '1900'),
  CZ: format(/^(?:CZ)?(\d{3})(\d{2})$/, '110 00', { written: '$1 $2' }),
  DE: format(/^(?:DE?)?(\d{5})$/, '10115'),
  DK: format(/^(?:DK)?(\d{4})$/, '1566'),
  EE: format(/^(?:EE)?(\d{5})$/, '11212'),
  ES: format(/^(?:ES?)?(\d{5})$/, '28039', provincial),
  FI: format(/^(?:FI)?(\d{5})$/, '00550'),
  FR: format(/^(?:FR?)?(\d{5})$/, '33380'),
  GB: format(/^([A-Z]{1,2}\d[A-Z\d]?)(\d[A-Z]{2})$/, 'EC1A 1HQ', {
    fields: ['street', 'line2', 'town', 'postcode'],
    written: '$1 $2',
  }),
  GR: format(/^(?:GR)?(\d{3})(\d{2})$/, '101 88', { written: '$1 $2' }),
  HR: format(/^(?:HR)?(\d{5})$/, '10000'),
  HU: format(/^(?:HU?)?(\d{4})$/, '1037', { fields: ['town', 'street', 'line2', 'postcode'] }),
  IE: format(/^([A-Z]\d[\dW])([\dA-Z]{4})$/, 'A65 F4E2', {
    fields: ['street', 'line2', 'district', 'town', 'province', 'postcode'],
    required: ['street', 'town'],
    written: '$1 $2',
  }),
  IS: format(/^(?:IS)?(\d{3})$/, '101'),
  IT: format(/^(?:IT?)?(\d{5})$/, '20121', { ...provincial, province: /^[A-Z]{2}$/ }),
  LI: format(/^(?:LI|FL)?(948[5-9]|949[0-8])$/, '9490'),
  LT: format(/^(?:LT)?(\d{5})$/, '04340'),
  LU: format(/^(?:LU?)?(\d{4})$/, '4750'),
  LV: format(/^(?:LV)?(\d{4})$/, 'LV-1073', {
    fields: ['street', 'line2', 'town', 'postcode'],
    written: 'LV-$1',
  }),
  MT: format(/^([A-Z]{3})(\d{4})$/, 'VLT 1117', {
    fields: ['street', 'line2', 'town', 'postcode'],
    written: '$1 $2',
  }),
  NL: format(/^(?:NL)?([1-9]\d{3})([A-Z]{2})$/, '2490 AA', { written: '$1 $2' }),
  NO: format(/^(?:NO)?(\d{4})$/, '0107'),
  PL: format(/^(?:PL)?(\d{2})(\d{3})$/, '00-940', { written: '$1-$2' }),
  PT: format(/^(?:PT?)?(\d{4})(\d{3})$/, '1250-096', { written: '$1-$2' }),
  RO: format(/^(?:RO)?(\d{6})$/, '060274'),
  SE: format(/^(?:SE?)?(\d{3})(\d{2})$/, '114 55', { written: '$1 $2' }),
  SI: format(/^(?:SI)?(\d{4})$/, '4000'),
  SK: format(/^(?:SK)?(\d{3})(\d{2})$/, '811 01', { written: '$1 $2' }),
};

export const formatOf = (country: string): CountryFormat | null =>
  Object.hasOwn(countries, country) ? (countries[country] ?? null) : null;
