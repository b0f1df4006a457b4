import type { Output } from '@axent/kernel/operation';
import { call } from '@axent/kernel/operation/client';
import { useResource, useSpeech } from '@axent/ui';
import { provider } from '../contract.ts';

/** Behind the # of the page: go and confirm. */
export const confirm_word = 'confirm';
/** On which one tab tells the others that it was confirmed. */
export const confirmed_channel = 'axent-confirmed';

type State = Output<typeof provider>;

/** The company's sign-in as far as it is offered; null: it is not, or is not known yet. */
export function useProvider(): {
  readonly offered: (State & { readonly name: string }) | null;
  again(): void;
} {
  const language = useSpeech().language.value;
  const { value, again } = useResource((signal) => call(provider, {}, { language, signal }), [language]);
  const name = value?.name ?? null;
  return { offered: value === null || name === null ? null : { ...value, name }, again };
}
