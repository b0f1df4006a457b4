/** A use of one purpose is not a use of another, however it is passed on. */
import type { Use } from '../../../kernel/operation/use.ts';

declare const support: Use<'support'>;
declare const service: Use<'service'>;

// @ts-expect-error a use cannot be widened to another purpose
export const other: Use<'service'> = support;
// @ts-expect-error nor to any purpose
export const any: Use<'service' | 'support'> = service;
// @ts-expect-error nor narrowed from one of many
export const one: Use<'support'> = service as Use<'service' | 'support'>;

declare const authentication: Use<'authentication'>;
declare const carried: { readonly to: string; readonly subject: string; readonly text: string };
authentication.send('code', carried);
// @ts-expect-error the service sends no codes
service.send('code', carried);
// @ts-expect-error news need an opening, and are not offered yet
authentication.send('news', carried);
