import { operation } from '@axent/kernel/operation';
import Type from 'typebox';

const Minute = Type.Integer({ minimum: 0, maximum: 1439 });
/** An IANA name, for example `Europe/Zurich`. */
const Zone = Type.String({ minLength: 1, maxLength: 64, pattern: '^[A-Za-z0-9_+/-]+$' });

const PushState = Type.Object({
  /** Messages come to this browser. */
  open: Type.Boolean(),
  /** With which a browser makes its address, base64url. */
  key: Type.String(),
});

export const pushState = operation({
  name: 'messages.push_state',
  method: 'GET',
  path: '/api/messages/push',
  summary: 'Whether messages come to this browser',
  purpose: 'service',
  actors: ['person'],
  acceptance: true,
  input: Type.Object({}),
  output: PushState,
  errors: [],
});

export const openPush = operation({
  name: 'messages.open_push',
  method: 'POST',
  path: '/api/messages/push/open',
  summary: 'Let messages come to this browser; an earlier address of it is forgotten',
  purpose: 'service',
  actors: ['person'],
  acceptance: true,
  input: Type.Object(
    {
      endpoint: Type.String({ minLength: 10, maxLength: 1000 }),
      /** The browser's public key and secret, base64url. */
      p256dh: Type.String({ pattern: '^[A-Za-z0-9_-]{87}=?$', maxLength: 88 }),
      auth: Type.String({ pattern: '^[A-Za-z0-9_-]{22}(==)?$', maxLength: 24 }),
    },
    { additionalProperties: false },
  ),
  output: PushState,
  errors: ['push_service_unknown'],
  per_minute: 20,
});

export const closePush = operation({
  name: 'messages.close_push',
  method: 'POST',
  path: '/api/messages/push/close',
  summary: 'Messages come to this browser no more; its address is forgotten',
  purpose: 'service',
  actors: ['person'],
  acceptance: true,
  input: Type.Object({}, { additionalProperties: false }),
  output: PushState,
  errors: [],
});

const Hours = Type.Object({
  /** Null: that of the operator's country. */
  time_zone: Type.Union([Type.String(), Type.Null()]),
  /** Minutes of the day; the same twice: no quiet hours. */
  from_minute: Minute,
  to_minute: Minute,
});

export const quietHours = operation({
  name: 'messages.quiet_hours',
  method: 'GET',
  path: '/api/messages/quiet-hours',
  summary: 'When the person is not to be disturbed',
  purpose: 'rights',
  actors: ['person'],
  acceptance: true,
  input: Type.Object({}),
  output: Hours,
  errors: [],
});

export const setQuietHours = operation({
  name: 'messages.set_quiet_hours',
  method: 'POST',
  path: '/api/messages/quiet-hours/set',
  summary: 'Say when not to be disturbed; what is left out stays as it is',
  purpose: 'rights',
  actors: ['person'],
  acceptance: true,
  input: Type.Object(
    {
      time_zone: Type.Optional(Zone),
      from_minute: Type.Optional(Minute),
      to_minute: Type.Optional(Minute),
    },
    { additionalProperties: false },
  ),
  output: Hours,
  errors: ['time_zone_unknown'],
});
