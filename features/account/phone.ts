import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/min';

/** Looks like a number that somebody dials: no letter, no @. */
function looksLikePhone(text: string): boolean {
  return /^\s*\+?[\d\s()./-]{5,40}$/.test(text) && text.replace(/\D/g, '').length >= 5;
}

/**
 * The number in E.164, or null when nobody can be called there.
 * @param country where a number without a country code is dialled, for example `CH`; null: it needs one
 */
export function normalisePhone(text: string, country: string | null = null): string | null {
  if (!looksLikePhone(text)) return null;
  const from = country !== null && isSupportedCountry(country) ? (country as CountryCode) : undefined;
  const number = parsePhoneNumberFromString(text.normalize('NFKC'), from);
  return number?.isValid() === true && number.ext === undefined ? number.number : null;
}
