import { type Box, box, type Feature, implement, raw, type Sealed } from '@axent/kernel';
import { compile } from '@axent/policy/compile';
import { notices } from '@axent/policy/notice';
import type { PolicyShape, UseShape } from '@axent/policy/shape';
import { sql } from 'kysely';
import { voicePolicy } from '../voicenotes/voicenotes.ts';
import { hear } from './contract.ts';

const shape: PolicyShape = voicePolicy.policy;

/** The policy with the terms of a recording changed for one verb and purpose. */
function withRecording(
  policy: PolicyShape,
  verb: 'collect' | 'read',
  purpose: string,
  change: Partial<UseShape>,
): PolicyShape {
  const uses = policy[verb][purpose] ?? {};
  const use = uses.recording ?? policy.read.support?.recording;
  if (use === undefined) throw new Error('the policy knows no recordings');
  return {
    ...policy,
    [verb]: { ...policy[verb], [purpose]: { ...uses, recording: { ...use, ...change } } },
  };
}

const reader = withRecording({ ...shape, revision: `${shape.revision}-hearing` }, 'read', 'service', {
  clause: 'U.service',
  actors: ['person'],
});

/** A later policy: recordings have one reader more, for what the person themself asks for. */
export const hearingPolicy = compile(reader, notices);

/** One later still: recordings are kept three times as long for customer service. */
export const longerPolicy = compile(
  withRecording(
    withRecording({ ...reader, revision: `${reader.revision}-longer` }, 'collect', 'support', {
      retention_days: 90,
    }),
    'read',
    'support',
    { retention_days: 90 },
  ),
  notices,
);

/** The type wall knows the policy of this release; the later reader is tried past it, as a later release would. */
interface LaterUse {
  readonly read: (box: Box<'recording'>) => Promise<Readonly<Record<string, string | null>>>;
}

interface NoteRow {
  readonly id: string;
  readonly person_id: string;
  readonly device_id: string;
  readonly function: string;
  readonly sealed: Sealed<'recording'>;
}

const handler = implement(hear, async ({ use }) => {
  const rows = await use.rows(
    raw(sql<NoteRow>`select id, person_id, device_id, function, sealed from app.voice_note
      where person_id = ${use.person} order by id limit 100`),
  );
  const later = use as unknown as LaterUse;
  const notes = rows.map(async (row) => await later.read(box('app.voice_note', row, row.sealed)));
  return { sounds: (await Promise.all(notes)).map((note) => note.sound ?? '') };
});

/** What the next release brings, without the row policy that belongs to it: the gate stands alone. */
export const hearingAtTheGate: Feature = { name: 'hearing', operations: [handler] };

/** The same with its migration: the row policies ask which version was opened. */
export const hearing: Feature = {
  ...hearingAtTheGate,
  migrations: new URL('migrations/', import.meta.url),
};
