import {
  type Box,
  box,
  type Feature,
  implement,
  problem,
  type RowId,
  raw,
  type Sealed,
  type Use,
} from '@axent/kernel';
import { dataMap } from '@axent/kernel/data-map';
import { policy } from '@axent/policy';
import { compile } from '@axent/policy/compile';
import { notices } from '@axent/policy/notice';
import type { MapEntry } from '@axent/privacy/server';
import { sql } from 'kysely';
import * as contract from './contract.ts';

interface RowPlace {
  readonly table: string;
  readonly id: RowId;
}

type Sound = Readonly<Record<string, string | null>>;

/**
 * The generated types say what the product's own policy lets `support` do, which is nothing yet. The policy below
 * offers it recordings; this is what its generated types would say.
 */
interface VoiceUse {
  readonly collect: (category: 'recording', value: Sound, place: RowPlace) => Promise<Sealed<'recording'>>;
  readonly read: (box: Box<'recording'>) => Promise<Sound>;
}

const voice = (use: Use<'support'>) => use as unknown as VoiceUse;

/** The product's policy with voice messages to customer service offered. */
export const voicePolicy = compile(
  {
    ...policy,
    revision: `${policy.revision}-voice`,
    clauses: {
      ...policy.clauses,
      'F.voice': { chapter: 'F', built: 'whole', unbuilt: [] },
      'U.support': { chapter: 'U', built: 'whole', unbuilt: [] },
    },
  },
  notices,
);

/** Where the notes are, as the generated data map would list them. */
export const voicePlace: MapEntry = {
  table: 'app.voice_note',
  column: 'sealed',
  category: 'recording',
  byFunction: true,
  ofPerson: true,
  writers: ['support'],
};

export const placesWithVoice: readonly MapEntry[] = [...dataMap, voicePlace];

interface NoteRow {
  readonly id: string;
  readonly person_id: string;
  readonly device_id: string;
  readonly function: string;
  readonly sealed: Sealed<'recording'>;
}

const keep = implement(contract.keep, async ({ use }, { sound }) => {
  const id = use.newId();
  const sealed = await voice(use).collect('recording', { sound }, { table: 'app.voice_note', id });
  await use.change(
    raw(sql`insert into app.voice_note (person_id, id, device_id, function, open, sealed)
      values (${use.person}, ${id}, ${use.device}, 'voice', true, ${sealed})`),
  );
  return { id };
});

const listen = implement(contract.listen, async ({ use }) => {
  const rows = await use.rows(
    raw(sql<NoteRow>`select id, person_id, device_id, function, sealed from app.voice_note
      where person_id = ${use.person} order by id limit 100`),
  );
  if (rows.length === 0 && !use.isOpen('voice')) throw problem('function_closed', { function: 'voice' });
  const notes = rows.map(async (row) => {
    const { sound } = await voice(use).read(box('app.voice_note', row, row.sealed));
    return { id: row.id, sound: sound ?? '' };
  });
  return { notes: await Promise.all(notes) };
});

/** A feature of the tests' own: sealed rows that stand under a function. */
export const voicenotes: Feature = {
  name: 'voicenotes',
  operations: [keep, listen],
  migrations: new URL('migrations/', import.meta.url),
};
