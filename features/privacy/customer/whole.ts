import type { Output } from '@axent/kernel/operation';
import { call } from '@axent/kernel/operation/client';
import { download, uses } from '../contract.ts';

export type Download = Omit<Output<typeof download>, 'next'>;

const page = 200;
const pages_at_most = 500;

/** Everything that is held, with every use that was made of it, fetched page by page. */
export async function fetchWhole(language: string): Promise<Download> {
  const { next: first, ...whole } = await call(download, {}, { language });
  const all = [...whole.uses];
  let next = first;
  for (let pages = 0; next !== null && pages < pages_at_most; pages++) {
    const more = await call(uses, { before: next, limit: page }, { language });
    all.push(...more.uses);
    next = more.next;
  }
  return { ...whole, uses: all };
}
