import {
  type AddressField,
  address_fields,
  type CountryFormat,
  formatOf,
  type TypedField,
} from './countries.ts';
import { type Judged, type Refusal, refusalOf } from './profile.ts';
import { flawOf, keptText } from './text.ts';

export type Address = Readonly<Record<AddressField, string | null>>;
export type GivenAddress = Readonly<Partial<Record<AddressField, string>>>;

export const nowhere: Address = {
  street: null,
  line2: null,
  district: null,
  town: null,
  province: null,
  postcode: null,
  country: null,
};

/** Letters that may be kept. */
const longest: Readonly<Record<TypedField, number>> = {
  street: 120,
  line2: 120,
  district: 80,
  town: 80,
  province: 80,
  postcode: 24,
};

/** A code is letters and figures in whatever width, case and spacing. */
const bare = (text: string) =>
  text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}.]/gu, '');

/** The postcode as its country writes it; null: no postcode of this country looks so. */
function writtenPostcode(text: string, { postcode, written }: CountryFormat): string | null {
  const code = bare(text);
  return postcode.test(code) ? code.replace(postcode, written) : null;
}

/** A province that is a code, without the brackets in which many write it; null: it is no such code. */
function writtenProvince(text: string, province: RegExp): string | null {
  const code = bare(text).replace(/[()]/g, '');
  return province.test(code) ? code : null;
}

type Field = Judged<string | null, AddressField>;

function judgeField(field: TypedField, given: string | undefined, format: CountryFormat): Field {
  // What another country asks for is not kept.
  if (!format.fields.includes(field)) return { value: null, flaw: null };
  const refuse = (flaw: 'missing' | 'postcode' | 'province'): Field => ({
    value: null,
    flaw: { field, flaw },
  });
  const kept = keptText(given ?? '');
  if (kept === '') return format.required.includes(field) ? refuse('missing') : { value: null, flaw: null };
  const flaw = flawOf(kept, longest[field]);
  if (flaw !== null) return { value: null, flaw: { field, flaw } };
  if (field === 'postcode') {
    const value = writtenPostcode(kept, format);
    return value === null ? refuse('postcode') : { value, flaw: null };
  }
  if (field === 'province' && format.province !== undefined) {
    const value = writtenProvince(kept, format.province);
    return value === null ? refuse('province') : { value, flaw: null };
  }
  return { value: kept, flaw: null };
}

/** Why an address is refused, with an example of what its country writes. */
export function addressRefusal(flaw: Parameters<typeof refusalOf>[0], country: string | undefined): Refusal {
  return refusalOf(flaw, formatOf(keptText(country ?? '').toUpperCase())?.example);
}

const typed = address_fields.filter((field): field is TypedField => field !== 'country');

/**
 * The address as it is kept, by the rules of its country: streets and towns as given, codes as the country writes them.
 * With nothing but a country, or nothing at all, it is no address any more: it was emptied, unless it is a `first` one.
 */
export function judgeAddress(given: GivenAddress, first = false): Judged<Address, AddressField> {
  const emptied = typed.every((field) => keptText(given[field] ?? '') === '');
  if (emptied && !first) return { value: nowhere, flaw: null };
  const country = keptText(given.country ?? '').toUpperCase();
  const format = formatOf(country);
  if (format === null) {
    const flaw = country === '' ? 'missing' : 'country';
    return { value: null, flaw: { field: 'country', flaw } };
  }
  const value: Record<AddressField, string | null> = { ...nowhere, country };
  // In the order of the form, so that what is first wrong for the eye is said first.
  for (const field of [...format.fields, ...typed.filter((one) => !format.fields.includes(one))]) {
    const judged = judgeField(field, given[field], format);
    if (judged.flaw !== null) return judged;
    value[field] = judged.value;
  }
  return { value, flaw: null };
}
