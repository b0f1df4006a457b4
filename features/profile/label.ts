import { formatAddress } from 'localized-address-format';
import type { Address } from './address.ts';
import type { Identity } from './profile.ts';

/** The posts of these countries no longer want their sign before the postcode. */
const unsigned = /^(?:CH|FL)-(?=\d)/;

/** Written in Chinese, an address runs from the large to the small and the name comes last; in Latin letters it does not. */
const inChinese = (address: Address) => /\p{Script=Han}/u.test(`${address.town}${address.street}`);

/** @param country its name as the sender's post reads it; null: it is sent within the country */
export function labelOf(identity: Identity, address: Address, country: string | null): readonly string[] {
  if (address.country === null) return [];
  const { street, line2, district, town, province, postcode } = address;
  const lines = formatAddress(
    {
      postalCountry: address.country,
      // A city that is its own province is named once.
      administrativeArea: province === town ? '' : (province ?? ''),
      locality: town ?? '',
      dependentLocality: district ?? '',
      postalCode: postcode ?? '',
      organization: identity.business_name ?? '',
      name: identity.name ?? '',
      addressLines: [street, line2].filter((line) => line !== null),
    },
    inChinese(address) ? 'local' : 'latin',
  );
  const written = lines.map((line) => line.replace(unsigned, ''));
  return country === null ? written : [...written, country.toUpperCase()];
}
