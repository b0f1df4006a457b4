import type { Language } from '@axent/policy/shape';
import { languages } from '@axent/policy/shape';
import { type Signal, signal } from '@preact/signals';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { type Formats, formats } from './formats.ts';
import { fill, type Values, type Words } from './words.ts';

export type { Formats, Language, Words };
export { fill, formats, languages };

/** Where the words of one part of the app come from; each language is a chunk of its own. */
export type Catalogue<W extends Words> = {
  readonly [language in Language]: () => Promise<{ readonly default: Readonly<Record<keyof W, string>> }>;
};

export type Translate<W extends Words> = <K extends keyof W & string>(
  key: K,
  ...values: [keyof Values<W[K]>] extends [never] ? [] : [Values<W[K]>]
) => string;

/** The one language in use and the words that were loaded in it. */
export interface Speech {
  readonly language: Signal<Language>;
  /** The words of a catalogue that was loaded before. */
  words<W extends Words>(catalogue: Catalogue<W>): Words;
  load<W extends Words>(catalogue: Catalogue<W>): Promise<void>;
  /** Loads what is on screen in the new language first, then switches everything at once. */
  choose(language: Language): Promise<void>;
}

export function createSpeech(first: Language, chosen: (language: Language) => void): Speech {
  const language = signal(first);
  const loaded = new Map<Catalogue<Words>, Words>();
  const fetched = async (catalogue: Catalogue<Words>, wanted: Language) =>
    (await catalogue[wanted]()).default;
  return {
    language,
    async load(catalogue) {
      if (!loaded.has(catalogue)) loaded.set(catalogue, await fetched(catalogue, language.value));
    },
    words(catalogue) {
      const words = loaded.get(catalogue);
      if (!words) throw new Error('A screen was shown before its words were loaded.');
      return words;
    },
    async choose(wanted) {
      const known = [...loaded.keys()];
      const fresh = await Promise.all(known.map((catalogue) => fetched(catalogue, wanted)));
      known.forEach((catalogue, index) => {
        const words = fresh[index];
        if (words) loaded.set(catalogue, words);
      });
      language.value = wanted;
      chosen(wanted);
    },
  };
}

export const SpeechContext = createContext<Speech | null>(null);

export function useSpeech(): Speech {
  const speech = useContext(SpeechContext);
  if (!speech) throw new Error('There is no SpeechContext above this component.');
  return speech;
}

/** Translator for one catalogue in the language in use. */
export function useText<W extends Words>(catalogue: Catalogue<W>): Translate<W> {
  const speech = useSpeech();
  const language = speech.language.value;
  const words = speech.words(catalogue);
  return (key, ...values) => fill(words[key] ?? key, values[0] ?? {}, language);
}

export function useFormats(): Formats {
  return formats(useSpeech().language.value);
}

/** The first language of the reader's list that we speak; English otherwise. */
export function bestLanguage(wanted: readonly string[]): Language {
  for (const tag of wanted) {
    const base = tag.toLowerCase().split('-')[0];
    const found = languages.find((language) => language.toLowerCase().split('-')[0] === base);
    if (found) return found;
  }
  return 'en';
}
