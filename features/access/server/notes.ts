import { createHash } from 'node:crypto';
import type { Language } from '@axent/policy/shape';
import type { Topic } from '../access.ts';
import { type Note, notes as texts } from '../notes/notes.ts';

const hashOfNote = ({ title, text }: Note): string =>
  createHash('sha256')
    .update([title, ...text].join('\n'))
    .digest('hex');

export interface HashedNote extends Note {
  readonly hash: string;
}

/** Every text with what it is known by. */
export const notes: Readonly<Record<Language, Readonly<Record<Topic, HashedNote>>>> = {
  en: hashed('en'),
  'zh-CN': hashed('zh-CN'),
  de: hashed('de'),
};

const known = (topic: Topic): readonly string[] => Object.values(notes).map((own) => own[topic].hash);

/** What each topic may be known by: whoever read it in one language has read it. */
export const currentHashes: Readonly<Record<Topic, readonly string[]>> = {
  purpose: known('purpose'),
  signs: known('signs'),
  requests: known('requests'),
  addresses: known('addresses'),
  machines: known('machines'),
};

function hashed(language: Language): Readonly<Record<Topic, HashedNote>> {
  return Object.fromEntries(
    Object.entries(texts[language]).map(([topic, note]) => [topic, { ...note, hash: hashOfNote(note) }]),
  ) as Record<Topic, HashedNote>;
}
