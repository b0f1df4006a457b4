import { operation } from '@axent/kernel/operation';
import Type from 'typebox';

const Id = Type.String({ pattern: '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$', maxLength: 36 });
/** ISO 8601 in UTC; every text that fits is a moment. */
const Time = Type.String({
  pattern:
    '^[12]\\d{3}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])T([01]\\d|2[0-3]):[0-5]\\d(:[0-5]\\d([.]\\d{1,3})?)?Z$',
  maxLength: 24,
});

export const list = operation({
  name: 'log.list',
  method: 'GET',
  path: '/api/log',
  summary: 'The operation log, newest first, paged by key; without addresses',
  purpose: 'service',
  actors: ['security', 'privacy_officer'],
  acceptance: true,
  input: Type.Object({
    before: Type.Optional(Id),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
    /** Beginning of the operation's name, for example `stores.`. */
    operation: Type.Optional(Type.String({ pattern: '^[a-z_.]*$', maxLength: 60 })),
    status: Type.Optional(
      Type.Union([Type.Literal('done'), Type.Literal('refused'), Type.Literal('failed')]),
    ),
    /** Without pages, files and what leads nowhere. */
    operations_only: Type.Optional(Type.Boolean()),
    since: Type.Optional(Time),
    until: Type.Optional(Time),
  }),
  output: Type.Object({
    rows: Type.Array(
      Type.Object({
        id: Type.String(),
        at: Type.String(),
        operation: Type.String(),
        method: Type.String(),
        /** The contract's path, never what was asked for with it. */
        path: Type.String(),
        status: Type.Integer(),
        /** Problem code; null when it was done. */
        code: Type.Union([Type.String(), Type.Null()]),
        duration_ms: Type.Number(),
        /** Family only, for example `Firefox`. */
        browser: Type.String(),
        /** `CH-ZH`, `CH` or `unknown`. */
        region: Type.String(),
        /** `sealed`: until the day's key goes. `none`: it came in a person's session. */
        address: Type.Union([Type.Literal('sealed'), Type.Literal('none')]),
      }),
    ),
    next: Type.Union([Type.String(), Type.Null()]),
    retention_days: Type.Integer(),
  }),
  errors: [],
});
