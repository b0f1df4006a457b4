import { operation } from '@axent/kernel/operation';
import Type from 'typebox';

const Days = Type.Union([Type.Integer(), Type.Null()]);

export const report = operation({
  name: 'keeping.report',
  method: 'GET',
  path: '/api/keeping',
  summary: 'How long everything is kept and why, and what was deleted since its time was over: counts only',
  purpose: 'service',
  actors: ['privacy_officer'],
  acceptance: true,
  input: Type.Object({}),
  output: Type.Object({
    rules: Type.Array(
      Type.Object({
        /** A category of the policy, or one of the kernel's own kinds. */
        kind: Type.String(),
        /** In the words of the notice, in the reader's language; null for the kernel's own kinds. */
        name: Type.Union([Type.String(), Type.Null()]),
        /** Null: while the account lives. */
        days: Days,
        /** Everything that says so, the longest first: that one counts. */
        duties: Type.Array(
          Type.Object({
            days: Days,
            clause: Type.String(),
            /** In the words of the notice. */
            purpose: Type.String(),
            /** Null: the policy's own promise. */
            law: Type.Union([Type.String(), Type.Null()]),
          }),
        ),
      }),
    ),
    /** Newest first. */
    deletions: Type.Array(
      Type.Object({
        /** ISO date. */
        day: Type.String(),
        kind: Type.String(),
        rows: Type.Integer(),
        /** How long it had been kept. */
        days: Type.Integer(),
      }),
    ),
  }),
  errors: [],
});
