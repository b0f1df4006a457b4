import type { Carrier, Channel } from '@axent/kernel';
import Type, { type Static } from 'typebox';
import { Compile } from 'typebox/compile';
import { httpCarrier } from './http.carrier.ts';
import { smppCarrier } from './smpp.carrier.ts';
import { smtpCarrier } from './smtp.carrier.ts';

const Id = Type.String({ pattern: '^[a-z][a-z0-9]*(\\.[a-z0-9-]+)+$', maxLength: 60 });
const Words = Type.String({ minLength: 1, maxLength: 2000 });
const strict = { additionalProperties: false } as const;
const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' });

/** Whose it is: `own`, or the company that runs it, a third party, with its confidentiality terms. */
const whose = {
  company: Type.Optional(Type.String({ minLength: 1, maxLength: 120 })),
  contact: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
  terms_from: Type.Optional(Day),
  terms_until: Type.Optional(Day),
};

const Smtp = Type.Object(
  { ...whose, id: Id, kind: Type.Literal('smtp'), url: Type.String({ pattern: '^smtps?://' }) },
  strict,
);

const Smpp = Type.Object(
  {
    ...whose,
    id: Id,
    kind: Type.Literal('smpp'),
    url: Type.String({ pattern: '^smpps?://' }),
    from: Type.String({ minLength: 1, maxLength: 20 }),
    system_type: Type.Optional(Type.String({ maxLength: 12 })),
    window: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000 })),
    long: Type.Optional(Type.Union([Type.Literal('udh'), Type.Literal('payload'), Type.Literal('sar')])),
    ca: Type.Optional(Type.String({ maxLength: 20_000 })),
    answer_ms: Type.Optional(Type.Integer({ minimum: 1_000, maximum: 60_000 })),
  },
  strict,
);

const Http = Type.Object(
  {
    ...whose,
    id: Id,
    kind: Type.Literal('http'),
    channel: Type.Union([Type.Literal('sms'), Type.Literal('mail')]),
    url: Type.String({ pattern: '^https?://[^/{}]+/', maxLength: 2000 }),
    method: Type.Optional(Type.Union([Type.Literal('POST'), Type.Literal('PUT'), Type.Literal('GET')])),
    headers: Type.Optional(Type.Record(Type.String({ pattern: '^[A-Za-z0-9-]{1,60}$' }), Words)),
    body: Type.Optional(Type.String({ maxLength: 20_000 })),
    from: Type.Optional(Type.String({ maxLength: 254 })),
    success: Type.Optional(
      Type.Object(
        {
          status: Type.Optional(Type.Array(Type.Integer({ minimum: 200, maximum: 299 }), { maxItems: 20 })),
          path: Type.Optional(Words),
          equals: Type.Optional(Words),
        },
        strict,
      ),
    ),
    window: Type.Optional(Type.Integer({ minimum: 1, maximum: 256 })),
    time_ms: Type.Optional(Type.Integer({ minimum: 100, maximum: 60_000 })),
    ca: Type.Optional(Type.String({ maxLength: 20_000 })),
  },
  strict,
);

const File = Type.Array(Type.Union([Smtp, Smpp, Http]), { maxItems: 20 });
const check = Compile(File);

export type CarrierSettings = Static<typeof File>[number];

/** The carriers that a file describes, in its order; or what is wrong with it, one sentence, no secret in it. */
export function readCarriers(text: string, production: boolean): readonly CarrierSettings[] | string {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return 'It is no JSON.';
  }
  if (!check.Check(value)) {
    const [first] = check.Errors(value);
    return `${first?.instancePath || 'The whole'} ${first?.message ?? 'is wrong'}.`;
  }
  const names = value.map(({ id }) => id);
  const twice = names.find((id, at) => names.indexOf(id) !== at);
  if (twice !== undefined) return `Two carriers are called ${twice}.`;
  const nobodys = value.find((one) => production && one.company === undefined);
  if (nobodys !== undefined)
    return `Say whose ${nobodys.id} is: give it a company, or own for one in your own hands.`;
  const open = value.find((one) => production && /^(smpp|http):/.test(one.url));
  if (open !== undefined)
    return `The way to ${open.id} is not encrypted. Use ${open.kind === 'smpp' ? 'smpps' : 'https'}://.`;
  return value;
}

export function channelOf(settings: CarrierSettings): Channel {
  if (settings.kind === 'http') return settings.channel;
  return settings.kind === 'smpp' ? 'sms' : 'mail';
}

export function openCarrier(settings: CarrierSettings, mailFrom: string): Carrier {
  if (settings.kind === 'smtp') return smtpCarrier(settings.url, mailFrom, settings.id);
  return settings.kind === 'smpp' ? smppCarrier(settings) : httpCarrier(settings);
}
