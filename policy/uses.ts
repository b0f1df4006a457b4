import type { CategoryName } from './categories.ts';
import type { ClauseId } from './clauses.ts';
import { laws } from './laws.ts';
import type { functions, purposes } from './purposes.ts';
import type { Actor, LegalBasis, UseShape } from './shape.ts';

type FunctionId = keyof typeof functions;
type PurposeId = keyof typeof purposes;
type Uses = Readonly<Record<PurposeId, Readonly<Partial<Record<CategoryName, UseShape>>>>>;

interface Limits {
  readonly function?: FunctionId;
  readonly or_functions?: readonly FunctionId[];
  readonly while_closed?: boolean;
  readonly ground?: 'E.6' | 'E.7' | 'E.9';
  readonly actors?: readonly Actor[];
  readonly before_accepting?: boolean;
  readonly unbuilt?: true;
}

function use(
  clause: ClauseId,
  basis: LegalBasis,
  retention_days: number | null,
  limits: Limits = {},
): UseShape {
  return { clause, basis, retention_days, ...limits };
}

/** Days; null: while the account lives; 0: never stored. For what belongs to a case, from its end. */
const kept = {
  moment: 0,
  delivery: 7,
  log: 30,
  media: 30,
  signal: 90,
  campaign: 180,
  answer: 365,
  conversation: 730,
  request: 1095,
  bookkeeping: 3650,
  account: null,
} as const;

/** Nobody of the staff: the person, a visitor, or a job. */
const own: readonly Actor[] = ['visitor', 'person', 'system'];
/** The person and those staff who stand by them in the case at hand. */
const desk: readonly Actor[] = ['person', 'agent', 'supervisor', 'system'];

/** Waits for what collects it and lets people correct it; `clauses.ts` names it as missing. */
const waiting = { unbuilt: true } as const;

const photos = { function: 'photos', or_functions: ['camera.photo'] } as const;
const videos = { function: 'photos', or_functions: ['camera.video'] } as const;
const voice = { function: 'voice' } as const;

/** Whoever is known, those who answer them, and jobs: of rights, nothing but asking is anybody else's. */
const known: readonly Actor[] = ['person', 'privacy_officer', 'system'];
/** Anybody may ask about their data, with no account and without accepting anything: the law wants no more. */
const asked = { ground: 'E.9', before_accepting: true, actors: ['visitor', ...known] } as const;

function ofKnown<T extends Readonly<Partial<Record<CategoryName, UseShape>>>>(uses: T): T {
  const narrowed = Object.entries(uses).map(([name, one]) => [name, { ...one, actors: one.actors ?? known }]);
  return Object.fromEntries(narrowed) as T;
}

/** What may be collected: purpose → category. The clause that decides is the one that names the data. */
export const collect = {
  service: {
    log: use('C.log', laws.operation, kept.log, { ground: 'E.7', before_accepting: true }),
    device: use('C.device', laws.contract, kept.account, { ground: 'E.6' }),
    position: use('F.nearby', laws.position, kept.moment, { function: 'nearby', actors: own }),
    place: use('C.device.position', laws.contract, kept.moment, { ground: 'E.6', actors: own }),
    contact: use('C.profile', laws.contract, kept.account, { ground: 'E.6', actors: own }),
    identity: use('C.profile', laws.contract, kept.account, { ground: 'E.6', actors: own }),
    address: use('C.profile', laws.contract, kept.account, { ground: 'E.6', actors: own }),
    ownership: use('C.profile', laws.contract, kept.account, { ground: 'E.6', actors: own, ...waiting }),
    scan: use('F.camera', laws.consent, kept.moment, { function: 'camera.scan', actors: own }),
    message: use('U.service', laws.contract, kept.delivery, { ground: 'E.6', actors: own }),
    consent: use('G.accept', laws.proof, kept.account, { before_accepting: true }),
  },
  authentication: {
    contact: use('C.profile', laws.contract, kept.account, { ground: 'E.6' }),
    wechat: use('C.profile', laws.contract, kept.account, { ground: 'E.6' }),
    credentials: use('C.credentials', laws.contract, kept.account, { ground: 'E.6' }),
    hint: use('C.credentials', laws.contract, kept.account, { ground: 'E.6' }),
    device: use('C.device', laws.contract, kept.account, { ground: 'E.6' }),
    message: use('M.code', laws.contract, kept.delivery, { ground: 'E.6' }),
    consent: use('G.accept', laws.proof, kept.account, { before_accepting: true }),
  },
  support: {
    conversation: use('U.support', laws.contract, kept.conversation),
    photo: use('F.photos', laws.consent, kept.media, photos),
    video: use('F.photos', laws.consent, kept.media, videos),
    recording: use('F.voice', laws.consent, kept.media, voice),
    transcript: use('F.voice', laws.consent, kept.media, voice),
    need: use('F.voice', laws.consent, kept.media, voice),
    message: use('U.support', laws.contract, kept.delivery),
  },
  security: { signal: use('U.security', laws.security, kept.signal, { before_accepting: true }) },
  fraud: { signal: use('U.fraud', laws.fraud, kept.signal, { before_accepting: true }) },
  archive: {},
  backup: {},
  protect: {
    message: use('U.protect', laws.safety, kept.delivery, { ground: 'E.9', actors: ['system'] }),
  },
  improve: {},
  personalise: {
    preference: use('U.personalise', laws.personalising, kept.account, { function: 'personalise' }),
  },
  measure: { campaign: use('U.measure', laws.statistics, kept.campaign, { function: 'measure' }) },
  software: { software: use('U.software', laws.contract, kept.account) },
  survey: {
    survey_answer: use('U.survey', laws.consent, kept.answer, { function: 'surveys', actors: ['person'] }),
    message: use('U.survey', laws.consent, kept.delivery, { function: 'surveys', actors: ['system'] }),
  },
  rights: ofKnown({
    contact: use('U.rights', laws.rights, kept.account, { ground: 'E.9' }),
    identity: use('U.rights', laws.rights, kept.account),
    address: use('U.rights', laws.rights, kept.account),
    wechat: use('U.rights', laws.rights, kept.account),
    ownership: use('U.rights', laws.rights, kept.account, waiting),
    device: use('U.rights', laws.rights, kept.account),
    preference: use('U.rights', laws.rights, kept.account),
    request: use('U.rights', laws.rights, kept.request, asked),
    consent: use('U.rights', laws.proof, kept.account, { ground: 'E.9' }),
    message: use('U.rights', laws.rights, kept.delivery, { actors: ['system'] }),
  }),
} as const satisfies Uses;

/** The person's own reading; a function that they closed withholds data from others, not from them. */
function mine(retention_days: number | null, limits: Limits = {}): UseShape {
  return use('U.rights', laws.rights, retention_days, limits);
}

/** What may be read: purpose → category. The clause that decides is the one that names the purpose. */
export const read = {
  service: {
    log: use('E.7', laws.operation, kept.log, {
      ground: 'E.7',
      before_accepting: true,
      actors: ['security', 'privacy_officer', 'system'],
    }),
    device: use('U.service', laws.contract, kept.account, { ground: 'E.6', actors: own }),
    position: use('F.nearby', laws.position, kept.moment, { function: 'nearby', actors: own }),
    place: use('U.service', laws.contract, kept.moment, { ground: 'E.6', actors: own }),
    contact: use('U.service', laws.contract, kept.account, { ground: 'E.6', actors: own }),
    identity: use('U.service', laws.contract, kept.account, { ground: 'E.6', actors: own }),
    address: use('U.service', laws.contract, kept.account, { ground: 'E.6', actors: own }),
    ownership: use('U.service', laws.contract, kept.account, { ground: 'E.6', actors: own, ...waiting }),
    scan: use('F.camera', laws.consent, kept.moment, { function: 'camera.scan', actors: own }),
    message: use('U.service', laws.contract, kept.delivery, { ground: 'E.6', actors: ['system'] }),
    consent: use('U.service', laws.proof, kept.account, { before_accepting: true, actors: own }),
  },
  authentication: {
    contact: use('U.authentication', laws.contract, kept.account, { ground: 'E.6' }),
    wechat: use('U.authentication', laws.contract, kept.account, { ground: 'E.6' }),
    credentials: use('U.authentication', laws.contract, kept.account, { ground: 'E.6' }),
    hint: use('U.authentication', laws.contract, kept.account, { ground: 'E.6' }),
    device: use('U.authentication', laws.contract, kept.account, { ground: 'E.6' }),
    message: use('M.code', laws.contract, kept.delivery, { ground: 'E.6' }),
  },
  support: {
    contact: use('U.support', laws.contract, kept.account, { actors: desk }),
    identity: use('U.support', laws.contract, kept.account, { actors: desk }),
    ownership: use('U.support', laws.contract, kept.account, { actors: desk }),
    conversation: use('U.support', laws.contract, kept.conversation, { actors: desk }),
    photo: use('U.support', laws.consent, kept.media, { ...photos, actors: desk }),
    video: use('U.support', laws.consent, kept.media, { ...videos, actors: desk }),
    recording: use('U.support', laws.consent, kept.media, { ...voice, actors: desk }),
    transcript: use('U.support', laws.consent, kept.media, { ...voice, actors: desk }),
    need: use('U.support', laws.consent, kept.media, { ...voice, actors: desk }),
    message: use('U.support', laws.contract, kept.delivery, { actors: ['system'] }),
  },
  security: {
    log: use('U.security', laws.security, kept.log, { ground: 'E.9' }),
    signal: use('U.security', laws.security, kept.signal, { ground: 'E.9' }),
  },
  fraud: {
    signal: use('U.fraud', laws.fraud, kept.signal, { before_accepting: true }),
    ownership: use('U.fraud', laws.fraud, kept.account, waiting),
  },
  archive: {
    conversation: use('U.archive', laws.duty, kept.bookkeeping, { ground: 'E.9' }),
    ownership: use('U.archive', laws.duty, kept.bookkeeping, { ground: 'E.9' }),
    request: use('U.archive', laws.duty, kept.request, { ground: 'E.9' }),
  },
  backup: {},
  protect: {
    contact: use('U.protect', laws.safety, kept.account, { ground: 'E.9', actors: ['system'] }),
    ownership: use('U.protect', laws.safety, kept.account, {
      ground: 'E.9',
      actors: ['person', 'agent', 'system'],
    }),
    message: use('U.protect', laws.safety, kept.delivery, { ground: 'E.9', actors: ['system'] }),
  },
  improve: {
    device: use('U.improve', laws.statistics, kept.account, { function: 'improve', actors: ['system'] }),
    ownership: use('U.improve', laws.statistics, kept.account, { function: 'improve', actors: ['system'] }),
    software: use('U.improve', laws.statistics, kept.account, { function: 'improve', actors: ['system'] }),
    survey_answer: use('U.improve', laws.statistics, kept.answer, {
      function: 'improve',
      actors: ['system'],
    }),
  },
  personalise: {
    preference: use('U.personalise', laws.personalising, kept.account, { function: 'personalise' }),
    ownership: use('U.personalise', laws.personalising, kept.account, { function: 'personalise' }),
  },
  measure: {
    campaign: use('U.measure', laws.statistics, kept.campaign, { function: 'measure', actors: ['system'] }),
  },
  software: {
    software: use('U.software', laws.contract, kept.account, { actors: ['person', 'system'] }),
    ownership: use('U.software', laws.contract, kept.account, { actors: ['person', 'system'] }),
  },
  survey: {
    contact: use('U.survey', laws.consent, kept.account, { function: 'surveys', actors: ['system'] }),
    survey_answer: use('U.survey', laws.consent, kept.answer, {
      function: 'surveys',
      actors: ['person', 'system'],
    }),
  },
  /** All that is stored, except what verifies an account: its secrets serve verifying and nothing else. */
  rights: ofKnown({
    log: mine(kept.log),
    device: mine(kept.account),
    contact: mine(kept.account, { ground: 'E.9' }),
    identity: mine(kept.account),
    address: mine(kept.account),
    wechat: mine(kept.account),
    hint: mine(kept.account),
    photo: mine(kept.media, { ...photos, while_closed: true }),
    video: mine(kept.media, { ...videos, while_closed: true }),
    recording: mine(kept.media, { ...voice, while_closed: true }),
    transcript: mine(kept.media, { ...voice, while_closed: true }),
    need: mine(kept.media, { ...voice, while_closed: true }),
    conversation: mine(kept.conversation),
    ownership: mine(kept.account, waiting),
    preference: mine(kept.account),
    survey_answer: mine(kept.answer),
    signal: mine(kept.signal),
    campaign: mine(kept.campaign),
    software: mine(kept.account),
    request: mine(kept.request, asked),
    message: mine(kept.delivery),
    consent: mine(kept.account, { ground: 'E.9' }),
  }),
} as const satisfies Uses;
