import type { CompiledPolicy, OperatorSettings } from '@axent/policy/compile';
import {
  basisNodes,
  context,
  controllerNode,
  inLanguages,
  type LinkedDocument,
  type Node,
  policyName,
  ref,
  storageNode,
  term,
} from '@axent/policy/dpv';
import { type ConsentEvent, recordsOf, usesBehind } from './consent.ts';

export interface Consents {
  /** Id of this copy. */
  readonly id: string;
  readonly person: string;
  readonly made_at: Date;
  /** Newest first. */
  readonly events: readonly ConsentEvent[];
  /** The versions that the events name. */
  readonly versions: ReadonlyMap<number, CompiledPolicy>;
  readonly operator: OperatorSettings;
  readonly area: 'eu_ch' | 'cn';
}

/** Profiles of ISO/IEC TS 27560 that the vocabulary's makers publish. */
const profile = (name: 'record' | 'receipt') => ref(`https://w3id.org/dpv/schema/dpv-27560#${name}`);
const places = { eu_ch: [term('loc:EU'), term('loc:CH')], cn: [term('loc:CN')] } as const;
const rights = [
  term('eu-gdpr:A7-3'),
  term('eu-gdpr:A15'),
  term('eu-gdpr:A16'),
  term('eu-gdpr:A17'),
  term('eu-gdpr:A20'),
  term('eu-gdpr:A21'),
  term('eu-gdpr:A77'),
];
const withdrawal = {
  en: 'In the app under “Your data”, “Open and closed”.',
  'zh-CN': '在应用的“您的数据”中的“已开启与已关闭”。',
  de: 'In der App unter «Ihre Daten», «Offen und geschlossen».',
};
const controller = '_:controller';
const uuid = (id: string) => `urn:uuid:${id}`;

/**
 * A person's own consent records as one receipt: for each function on each device a consent record with its events,
 * for each switch what was objected to, and each acceptance of the notice as what it is: a notice that was used.
 */
export function consentDocument(consents: Consents): LinkedDocument {
  const { id, person, made_at, events, operator } = consents;
  const records = recordsOf(events).map((own) => recordNode(consents, own));
  const accepted = events
    .filter((event) => event.function === null)
    .map((event) => acceptanceNode(consents, event));
  return {
    '@context': context,
    '@graph': [
      {
        '@id': uuid(id),
        '@type': 'dpv:ConsentReceipt',
        'dct:identifier': id,
        'dct:conformsTo': profile('receipt'),
        'dct:issued': made_at.toISOString(),
        'dpv:hasDataSubject': ref(uuid(person)),
        'dpv:hasDataController': ref(controller),
        'dct:hasPart': [...records, ...accepted].map((one) => ref(one['@id'] ?? '')),
      },
      { '@id': uuid(person), '@type': 'dpv:DataSubject', 'dct:identifier': person },
      controllerNode(controller, operator),
      ...records,
      ...accepted,
    ],
  };
}

function versionOf({ versions }: Consents, event: ConsentEvent): CompiledPolicy {
  const compiled = versions.get(event.sequence);
  if (compiled === undefined) throw new Error(`version ${event.sequence} is not at hand`);
  return compiled;
}

/** What all events of a function on a device say together. */
function recordNode(consents: Consents, own: readonly ConsentEvent[]): Node {
  const [first, last] = [own[0], own.at(-1)];
  if (first === undefined || last === undefined) throw new Error('a record of nothing');
  const name = first.function ?? '';
  // What was opened last says what may be done.
  const compiled = versionOf(consents, own.findLast((event) => event.open) ?? last);
  const isSwitch = compiled.policy.functions[name]?.kind === 'switch';
  return {
    // Not the first event itself, though it goes by its id.
    '@id': `${uuid(first.id)}#record`,
    '@type': isSwitch ? 'dpv:RightExerciseRecord' : 'dpv:ConsentRecord',
    'dct:identifier': first.id,
    ...(isSwitch ? {} : { 'dct:conformsTo': profile('record') }),
    'dct:title': inLanguages(compiled.notices, (words) => words.functions[name]),
    'dpv:hasDataSubject': ref(uuid(consents.person)),
    'dpv:hasDataController': ref(controller),
    'dpv:hasJurisdiction': [...places[consents.area]],
    'dpv:hasRight': isSwitch ? term('eu-gdpr:A21') : rights,
    ...stateOf(isSwitch, last.open),
    'dpv:hasConsentControl': {
      '@type': 'dpv:WithdrawConsent',
      'dpv:isExercisedAt': { 'dct:description': withdrawal },
    },
    'dpv:hasProcess': processesOf(compiled, name, consents.area),
    'dct:hasPart': own.map((event) => eventNode(consents, event, isSwitch)),
  };
}

function stateOf(isSwitch: boolean, open: boolean): Node {
  return isSwitch
    ? { 'dpv:hasEntityInvolvement': term(open ? 'dpv:OptingInToProcess' : 'dpv:ObjectingToProcess') }
    : { 'dpv:hasConsentStatus': term(open ? 'dpv:ConsentGiven' : 'dpv:ConsentWithdrawn') };
}

function eventNode(consents: Consents, event: ConsentEvent, isSwitch: boolean): Node {
  return {
    '@id': uuid(event.id),
    'dct:date': event.at.toISOString(),
    'dct:valid': event.open ? 'until it is closed' : 'until it is opened again',
    'dpv:isIndicatedBy': ref(uuid(consents.person)),
    'dpv:isIndicatedAtTime': event.at.toISOString(),
    ...(isSwitch ? {} : { 'dpv:hasLegalBasis': term('dpv:ExplicitlyExpressedConsent') }),
    ...stateOf(isSwitch, event.open),
    'dpv:hasNotice': { '@type': ['dpv:ConsentNotice', 'dpv:JITNotice'], ...noticeOf(consents, event) },
  };
}

/** Which words were shown: of which version, in which language, with which hash. */
function noticeOf(consents: Consents, event: ConsentEvent): Node {
  const { hash, revision } = versionOf(consents, event);
  return {
    'dct:language': event.language,
    'dct:hasVersion': revision,
    'dct:isPartOf': ref(policyName(hash)),
    ...(/^[0-9a-f]{64}$/.test(event.text_hash) ? { 'dct:source': ref(policyName(event.text_hash)) } : {}),
  };
}

function acceptanceNode(consents: Consents, event: ConsentEvent): Node {
  const settings = event.settings_hash ?? '';
  return {
    '@id': uuid(event.id),
    '@type': 'dpv:DataProcessingRecord',
    'dct:identifier': event.id,
    'dct:date': event.at.toISOString(),
    'dpv:hasDataSubject': ref(uuid(consents.person)),
    'dpv:hasDataController': ref(controller),
    'dpv:isIndicatedBy': ref(uuid(consents.person)),
    'dpv:isIndicatedAtTime': event.at.toISOString(),
    'dpv:hasNotice': {
      '@type': ['dpv:PrivacyNotice', 'dpv:LayeredNotice'],
      'dpv:hasNoticeStatus': term('dpv:NoticeUsed'),
      ...noticeOf(consents, event),
      ...(/^[0-9a-f]{64}$/.test(settings) ? { 'dct:references': ref(policyName(settings)) } : {}),
    },
  };
}

/** One process for each purpose and kind of data that the function lets in. */
function processesOf(compiled: CompiledPolicy, name: string, area: Consents['area']): Node[] {
  const { policy, notices, hash } = compiled;
  const found = new Map<string, Node>();
  for (const { category, cell } of usesBehind(compiled, name)) {
    const shape = policy.collect[cell.purpose]?.[category] ?? policy.read[cell.purpose]?.[category];
    if (shape === undefined || cell.while_closed === true) continue;
    const recipients = Object.entries(policy.recipients).filter(([, one]) =>
      one.categories.includes(category),
    );
    found.set(`${cell.purpose} ${category}`, {
      '@type': 'dpv:PersonalDataProcess',
      'dpv:hasPurpose': {
        '@id': policyName(hash, `purpose-${cell.purpose}`),
        '@type': 'dpv:Purpose',
        'dct:title': inLanguages(notices, (words) => words.purposes[cell.purpose]),
      },
      'dpv:hasPersonalData': {
        '@id': policyName(hash, `category-${category}`),
        '@type': 'dpv:PersonalData',
        'dct:title': inLanguages(notices, (words) => words.categories[category]),
        'dct:description': inLanguages(notices, (words) => words.holds[category]),
      },
      'dpv:hasDataSource': term('dpv:DataSubjectDataSource'),
      'dpv:hasLegalBasis': basisNodes(shape.basis),
      'dpv:hasStorageCondition': [
        storageNode(cell.retention_days),
        { '@type': 'dpv:StorageLocation', 'dpv:hasLocation': [...places[area]] },
      ],
      'dpv:hasRecipient': recipients.map(([id]) => ref(policyName(hash, `recipient-${id}`))),
    });
  }
  return [...found.values()];
}
