import type { Caller, Value } from '@axent/kernel';
import Bowser from 'bowser';

/** Device information in words, from what the browser says of itself. No fingerprint is made. */
export function describeDevice(caller: Caller): Value<'device'> {
  const parsed = Bowser.parse(caller.userAgent === '' ? 'unknown' : caller.userAgent);
  const browser = [parsed.browser.name, parsed.browser.version?.split('.')[0]].filter(Boolean).join(' ');
  const os = [parsed.os.name, parsed.os.versionName ?? parsed.os.version].filter(Boolean).join(' ');
  return {
    name: [browser || 'Unknown browser', os].filter(Boolean).join(' · '),
    type: parsed.platform.type ?? 'unknown',
    os: os || 'unknown',
    connection: caller.clientHints['ect'] ?? null,
    country: 'unknown',
  };
}
