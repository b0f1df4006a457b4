import { operation } from '@axent/kernel/operation';
import Type from 'typebox';

const Level = Type.Union([Type.Literal('good'), Type.Literal('look'), Type.Literal('act')]);
const OrNull = <T extends Parameters<typeof Type.Union>[0][number]>(type: T) =>
  Type.Union([type, Type.Null()]);

export const status = operation({
  name: 'watching.status',
  method: 'GET',
  path: '/api/watching',
  summary:
    'How the service runs: queues, carriers, ledger, backups, certificate, disk, servers; no personal data',
  purpose: 'service',
  actors: ['administrator', 'privacy_officer'],
  acceptance: true,
  input: Type.Object({}),
  output: Type.Object({
    at: Type.String(),
    parts: Type.Array(
      Type.Object({
        part: Type.String(),
        level: Level,
        /** Key of the sentence that says how it stands. */
        reason: Type.String(),
        /** What the sentence is filled with; a name ends with its unit. */
        figures: Type.Array(
          Type.Object({ name: Type.String(), value: Type.Union([Type.String(), Type.Number()]) }),
        ),
      }),
    ),
    nodes: Type.Array(
      Type.Object({
        id: Type.String(),
        release: Type.String(),
        /** Hash of the policy that the release was made with. */
        policy: Type.String(),
        started_at: Type.String(),
        seen_at: Type.String(),
        alive: Type.Boolean(),
        /** Whether it is the one that answers. */
        here: Type.Boolean(),
        free_bytes: OrNull(Type.Number()),
        /** Requests that are not written to the log yet. */
        log_waiting: Type.Integer(),
      }),
    ),
    /** What each carrier did since it was there, by its name in the settings. */
    carriers: Type.Array(
      Type.Object({
        id: Type.String(),
        channel: Type.String(),
        sent: Type.Integer(),
        failed: Type.Integer(),
        /** As far as the carrier tells. */
        delivered: Type.Integer(),
        undelivered: Type.Integer(),
        last_sent_at: OrNull(Type.String()),
        /** Null: it took the newest message. */
        failing_since: OrNull(Type.String()),
        last_error: OrNull(Type.String()),
      }),
    ),
    /** Whether somebody is written to when a part needs a hand. */
    alerts: Type.Boolean(),
  }),
  errors: [],
});
