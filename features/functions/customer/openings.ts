import type { Output } from '@axent/kernel/operation';
import { call } from '@axent/kernel/operation/client';
import type { PromptWords } from '@axent/policy/shape';
import type { Asking, Language } from '@axent/ui';
import { type Signal, signal } from '@preact/signals';
import { close, list, open } from '../contract.ts';

export type FunctionState = Output<typeof list>['functions'][number];

/** The words that are on screen: what an opening is recorded with. */
export interface ShownWords {
  readonly hash: string;
  /** Of each prompt's exact words, by function. */
  readonly prompt_hashes: Readonly<Record<string, string>>;
  readonly language: Language;
  readonly prompts: Readonly<Record<string, PromptWords>>;
}

/** What is open and closed here, kept in step with the server. */
export interface Openings {
  readonly states: Signal<readonly FunctionState[] | null>;
  readonly load: (signal?: AbortSignal) => Promise<void>;
  readonly forget: () => void;
  readonly open: (id: string) => Promise<FunctionState>;
  readonly close: (id: string, by: 'person' | 'device') => Promise<FunctionState>;
  readonly asking: (id: string) => Asking;
}

export function createOpenings(shown: () => ShownWords | null): Openings {
  const states = signal<readonly FunctionState[] | null>(null);
  const options = () => ({ language: shown()?.language ?? document.documentElement.lang });
  const put = (state: FunctionState) => {
    states.value = (states.value ?? []).map((old) => (old.function === state.function ? state : old));
    return state;
  };
  const openings: Openings = {
    states,
    async load(stop) {
      states.value = (await call(list, {}, { ...options(), ...(stop ? { signal: stop } : {}) })).functions;
    },
    forget() {
      states.value = null;
    },
    async open(id) {
      const words = shown();
      if (!words) throw new Error('Nothing can be opened before its words are shown.');
      const { hash, language } = words;
      const text_hash = words.prompt_hashes[id] ?? '';
      return put(await call(open, { function: id, hash, text_hash, language }, options()));
    },
    async close(id, by) {
      return put(await call(close, { function: id, by }, options()));
    },
    asking(id) {
      const state = states.value?.find((one) => one.function === id);
      return {
        words: shown()?.prompts[id] ?? null,
        open: states.value === null ? null : (state?.open ?? false),
        offered: state?.offered ?? false,
        allow: async () => void (await openings.open(id)),
        close: async (by) => void (await openings.close(id, by)),
      };
    },
  };
  return openings;
}
