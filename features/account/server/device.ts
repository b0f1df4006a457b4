import type { Caller, Value } from '@axent/kernel';
import Bowser from 'bowser';

/** Country of an address, ISO 3166-1 alpha-2; null: not known. */
export type FindCountry = (address: string) => string | null;

/** Device information in words, from what the browser says of itself. No fingerprint is made. */
export function describeDevice(caller: Caller, country: string | null): Value<'device'> {
  const parsed = Bowser.parse(caller.userAgent === '' ? 'unknown' : caller.userAgent);
  const browser = [parsed.browser.name, parsed.browser.version?.split('.')[0]].filter(Boolean).join(' ');
  const told = [parsed.os.name, parsed.os.versionName ?? parsed.os.version].filter(Boolean).join(' ');
  const os = hintedSystem(caller.clientHints) ?? told;
  return {
    name: [browser || 'Unknown browser', os].filter(Boolean).join(' · '),
    type: parsed.platform.type ?? 'unknown',
    os: os || 'unknown',
    connection: caller.clientHints['ect'] ?? null,
    country: country ?? 'unknown',
  };
}

const versioned = new Set(['macOS', 'Android', 'iOS', 'Chrome OS']);

/** The system as client hints name it: user agents have stopped telling its version. Null where they do not. */
function hintedSystem(hints: Readonly<Record<string, string>>): string | null {
  // Structured strings (RFC 9651): in quotes.
  const [platform = '', version = ''] = ['sec-ch-ua-platform', 'sec-ch-ua-platform-version'].map((name) =>
    (hints[name] ?? '').replace(/^"([\w .-]{0,40})"$/, '$1'),
  );
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (!(major > 0)) return null;
  // Windows counts on from 10 without saying so: 13 is the first of 11.
  if (platform === 'Windows') return major >= 13 ? 'Windows 11' : 'Windows 10';
  if (!versioned.has(platform)) return null;
  return platform === 'macOS' && minor > 0 ? `macOS ${major}.${minor}` : `${platform} ${major}`;
}
