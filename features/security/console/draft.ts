import type { Input } from '@axent/kernel/operation';
import type { propose } from '../contract.ts';

type Telling = NonNullable<Input<typeof propose>['telling']>;

export interface Draft {
  readonly name: string;
  readonly why: string;
  /** ISO dates in UTC, both within the window. */
  readonly first: string;
  readonly last: string;
  readonly tells: boolean;
  readonly telling: Telling;
}

const nothing = { what: '', next: '' };

export function newDraft(now: Date): Draft {
  const today = now.toISOString().slice(0, 10);
  return {
    name: '',
    why: '',
    first: today,
    last: today,
    tells: false,
    telling: { en: nothing, 'zh-CN': nothing, de: nothing },
  };
}

/** A text area ends its lines as its platform does. */
const plain = (text: string) => text.replaceAll('\r\n', '\n').trim();

export function inputOf({ name, why, first, last, tells, telling }: Draft): Input<typeof propose> {
  const said = (one: Telling['en']) => ({ what: plain(one.what), next: plain(one.next) });
  return {
    name: name.trim(),
    why: plain(why),
    from: `${first}T00:00:00Z`,
    until: `${last}T23:59:59.999Z`,
    telling: tells ? { en: said(telling.en), 'zh-CN': said(telling['zh-CN']), de: said(telling.de) } : null,
  };
}
