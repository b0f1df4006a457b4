import Type from 'typebox';

export const Id = Type.String({
  pattern: '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$',
  maxLength: 36,
});
export const LanguageSchema = Type.Union([Type.Literal('en'), Type.Literal('zh-CN'), Type.Literal('de')]);
/** Words without control characters, lines apart. */
export const words = (most: number) =>
  Type.String({ minLength: 1, maxLength: most, pattern: '^[^\\x00-\\x09\\x0b-\\x1f\\x7f\\ud800-\\udfff]+$' });
export const TimeOrNull = Type.Union([Type.String(), Type.Null()]);

const RecoveryKind = Type.Literal('recovery');
export const AskedKind = Type.Union([
  Type.Literal('access'),
  Type.Literal('correction'),
  Type.Literal('objection'),
  Type.Literal('erasure'),
]);
const StateSchema = Type.Union([
  Type.Literal('new'),
  Type.Literal('taken'),
  Type.Literal('answered'),
  Type.Literal('refused'),
  Type.Literal('withdrawn'),
]);

/** What was said at which step, newest last. */
export const Entry = Type.Object({
  part: Type.Union([
    Type.Literal('asked'),
    Type.Literal('extended'),
    Type.Literal('answered'),
    Type.Literal('refused'),
  ]),
  at: Type.String(),
  text: Type.String(),
});

/** `received`, `taken`, `extended`, `answered`, `refused`, `withdrawn`; of a recovery also how it went. */
const act = Type.String();
export const Act = Type.Object({ act, at: Type.String() });

/** What everybody sees of a request. */
export const seen = {
  id: Type.String(),
  /** For talking about it. */
  reference: Type.String(),
  kind: Type.Union([AskedKind, RecoveryKind]),
  state: StateSchema,
  received_at: Type.String(),
  due_at: Type.String(),
  /** Whole days; below 0: overdue. Of one that is closed, as it was then. */
  days_left: Type.Integer(),
  extended_at: TimeOrNull,
  closed_at: TimeOrNull,
};
