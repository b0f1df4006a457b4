import { isIP } from 'node:net';
import { resolve } from 'node:path';

/** Reads one kind of value from a setting's text. */
export interface Parser<T> {
  /** What is allowed, as the end of the sentence "It must be …". */
  readonly allowed: string;
  /** Undefined: not allowed. */
  readonly read: (text: string) => T | undefined;
}

export function integer(least: number, most: number): Parser<number> {
  return {
    allowed: `a whole number from ${least} to ${most}`,
    read: (text) => {
      const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
      return value >= least && value <= most ? value : undefined;
    },
  };
}

export function oneOf<const T extends string>(...choices: readonly T[]): Parser<T> {
  return {
    allowed: `one of ${choices.join(', ')}`,
    read: (text) => choices.find((choice) => choice === text),
  };
}

/** One line of words without control characters. */
export function line(most: number): Parser<string> {
  return {
    allowed: `one line of at most ${most} characters`,
    read: (text) => (text.length <= most && !/\p{Cc}/u.test(text) ? text : undefined),
  };
}

/** A day as an ISO date. */
export const day: Parser<string> = {
  allowed: 'a day, for example 2027-12-31',
  read: (text) => {
    const time = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
    // A day that is not in the calendar comes back as another.
    return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text) ? text : undefined;
  },
};

export function matching(pattern: RegExp, allowed: string): Parser<string> {
  return { allowed, read: (text) => (pattern.test(text) ? text : undefined) };
}

/** A path, made absolute from where the server was started. */
export const path: Parser<string> = {
  allowed: 'a path, absolute or from the folder in which AXENT is started',
  read: (text) => (text.includes('\0') ? undefined : resolve(text)),
};

/** A web address without path, query and trailing slash. */
export const origin: Parser<string> = {
  allowed: 'a web address without a path, for example https://app.example.com',
  read: (text) => {
    const url = URL.canParse(text) ? new URL(text) : null;
    if (!url || !/^https?:$/.test(url.protocol)) return undefined;
    return url.pathname === '/' && !url.search && !url.hash && !url.username ? url.origin : undefined;
  },
};

/** This machine alone hears what is said to it. */
export function isLocal({ hostname }: URL): boolean {
  return /^(localhost$|127\.|\[::1\])/.test(hostname);
}

/** How an OpenID Connect provider names itself: over https, or on this machine. */
export const issuer: Parser<string> = {
  allowed: 'an https address without query, for example https://login.example.com/company',
  read: (text) => {
    const url = URL.canParse(text) ? new URL(text) : null;
    if (url === null || url.search || url.hash || url.username || url.password) return undefined;
    return url.protocol === 'https:' || (url.protocol === 'http:' && isLocal(url)) ? text : undefined;
  },
};

export function url(schemes: readonly string[], example: string): Parser<string> {
  return {
    allowed: `an address that begins with ${schemes.map((scheme) => `${scheme}://`).join(' or ')}, for example ${example}`,
    read: (text) =>
      URL.canParse(text) && schemes.includes(new URL(text).protocol.slice(0, -1)) && new URL(text).hostname
        ? text
        : undefined,
  };
}

/** An address that names a user and a password. */
export function withPassword(address: Parser<string>): Parser<string> {
  return {
    allowed: `${address.allowed}, with user and password`,
    read: (text) => {
      const read = address.read(text);
      const { username = '', password = '' } = read === undefined ? {} : new URL(read);
      return username === '' || password === '' ? undefined : read;
    },
  };
}

export function list<T>(item: Parser<T>, allowed: string): Parser<readonly T[]> {
  return {
    allowed,
    read: (text) => {
      const values = text
        .split(',')
        .map((part) => part.trim())
        .filter(Boolean)
        .map((part) => item.read(part));
      return values.includes(undefined) ? undefined : (values as T[]);
    },
  };
}

/** Amounts in minor units by the beginning of a number; `*` is any other. */
export const prices: Parser<Readonly<Record<string, number>>> = {
  allowed: 'beginnings of numbers with whole minor units, for example +41=7,+1=1,*=10',
  read: (text) => {
    const parts = text.split(',').map((part) => /^(\+[1-9]\d{0,7}|\*)=(\d{1,6})$/.exec(part.trim()));
    if (parts.includes(null)) return undefined;
    return Object.fromEntries(parts.map((part) => [part?.[1] ?? '', Number(part?.[2])]));
  },
};

/** Exactly `size` bytes in base64. Too few different bytes are no key, whatever their number. */
export function key(size: number): Parser<Buffer> {
  return {
    allowed: `${size} random bytes in base64, for example from: openssl rand -base64 ${size}`,
    read: (text) => {
      if (!/^[A-Za-z0-9+/_-]+={0,2}$/.test(text)) return undefined;
      const bytes = Buffer.from(text, 'base64');
      return bytes.length === size && new Set(bytes).size > size / 2 ? bytes : undefined;
    },
  };
}

/** An IP address or a range in CIDR form. */
export const network: Parser<string> = {
  allowed: 'an IP address or range',
  read: (text) => {
    const [address = '', bits] = text.split('/');
    const most = isIP(address) === 4 ? 32 : isIP(address) === 6 ? 128 : -1;
    const fits = bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= most);
    return most > 0 && fits ? text : undefined;
  },
};
