import type { PolicyShape, RecipientShape } from '../shape.ts';
import type { CompiledPolicy } from './compile.ts';
import { isTerm, type Term } from './dpv.terms.ts';
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
} from './dpv.ts';
import type { VersionFacts } from './export.document.ts';
import type { OperatorSettings } from './notice.ts';
import { type Cell, listCells } from './table.ts';

/** Technical and organisational measures that a clause stands for, once it is built. */
const technical: Readonly<Record<string, readonly Term[]>> = {
  'S.access': ['dpv:AccessControlMethod', 'dpv:AuthorisationProtocols', 'dpv:EncryptionAtRest'],
  'S.alteration': ['dpv:HashFunctions', 'dpv:DigitalSignatures', 'dpv:ActivityMonitoring'],
  'S.loss': ['dpv:DataBackupProtocols'],
  'F.nearby.no-trajectory': ['dpv:InformationFlowControl'],
};
const organisational: Readonly<Record<string, readonly Term[]>> = {
  'S.access': ['dpv:AuthorisationProcedure'],
  'S.loss': ['dpv:DisasterRecoveryProcedures'],
  'S.third-party': ['dpv:ThirdPartySecurityProcedures'],
  'S.residual': ['dpv:IncidentManagementProcedures'],
  'F.open': ['dpv:ConsentManagement'],
  'F.close': ['dpv:ConsentManagement'],
  'U.rights': ['dpv:DataSubjectRightsManagement'],
};

const rights: readonly Term[] = [
  'eu-gdpr:A7-3',
  'eu-gdpr:A13',
  'eu-gdpr:A15',
  'eu-gdpr:A16',
  'eu-gdpr:A17',
  'eu-gdpr:A18',
  'eu-gdpr:A20',
  'eu-gdpr:A21',
  'eu-gdpr:A77',
];

const controller = '_:controller';

/**
 * A published policy in terms of the W3C Data Privacy Vocabulary, as JSON-LD with its context inside: for each purpose
 * a process, in it one process for each kind of data used alike. What is not offered yet is marked as planned.
 */
export function dpvDocument(version: VersionFacts, operator: OperatorSettings): LinkedDocument {
  const { compiled } = version;
  return {
    '@context': context,
    '@graph': [
      policyNode(version),
      controllerNode(controller, operator),
      ...Object.keys(compiled.policy.purposes).map((purpose) => purposeNode(compiled, purpose)),
      ...Object.keys(compiled.policy.categories).map((category) => categoryNode(compiled, category)),
      ...Object.entries(compiled.policy.recipients).map(([id, shape]) => recipientNode(compiled, id, shape)),
    ],
  };
}

function policyNode({ compiled, sequence, published_at }: VersionFacts): Node {
  const { hash, policy, notices, revision } = compiled;
  const measures = (terms: typeof technical) =>
    Object.entries(terms)
      .filter(([clause]) => isBuilt(policy, clause))
      .map(
        ([clause, kinds]): Node => ({
          '@id': policyName(hash, clause),
          '@type': kinds,
          'dct:title': inLanguages(notices, (words) => words.clauses[clause]?.title),
          'dct:description': inLanguages(notices, (words) => words.clauses[clause]?.short),
        }),
      );
  return {
    '@id': policyName(hash),
    '@type': 'dpv:DataProcessingPolicy',
    'dct:title': inLanguages(notices, (words) => words.title),
    'dct:identifier': revision,
    'dct:hasVersion': String(sequence),
    'dct:issued': published_at.toISOString(),
    'dpv:hasDataController': ref(controller),
    'dpv:hasNotice': {
      '@type': ['dpv:PrivacyNotice', 'dpv:LayeredNotice'],
      'dct:title': inLanguages(notices, (words) => words.title),
    },
    'dpv:hasRight': rights.map(term),
    'dpv:hasTechnicalMeasure': measures(technical),
    'dpv:hasOrganisationalMeasure': measures(organisational),
    'dpv:hasProcess': Object.keys(policy.purposes).map((purpose) => ref(processName(hash, purpose))),
  };
}

/** A clause that is built at all; a measure that is not built protects nobody. */
function isBuilt(policy: PolicyShape, clause: string): boolean {
  const shape = policy.clauses[clause];
  return shape !== undefined && shape.built !== 'not';
}

const processName = (hash: string, purpose: string) => policyName(hash, `process-${purpose}`);
const categoryName = (hash: string, category: string) => policyName(hash, `category-${category}`);
const recipientName = (hash: string, recipient: string) => policyName(hash, `recipient-${recipient}`);

const status = (offered: boolean) => term(offered ? 'dpv:ActivityOngoing' : 'dpv:ActivityPlanned');

function purposeNode(compiled: CompiledPolicy, purpose: string): Node {
  const { hash, policy, notices, table } = compiled;
  const shape = policy.purposes[purpose];
  const kind = shape !== undefined && isTerm(shape.dpv) ? [shape.dpv] : [];
  return {
    '@id': processName(hash, purpose),
    '@type': 'dpv:PersonalDataProcess',
    'dct:identifier': purpose,
    'dct:title': inLanguages(notices, (words) => words.purposes[purpose]),
    'dpv:hasDataController': ref(controller),
    'dpv:hasActivityStatus': status(table.purposes[purpose] ?? false),
    'dpv:hasPurpose': {
      '@id': policyName(hash, `purpose-${purpose}`),
      '@type': ['dpv:Purpose', ...kind],
      'dct:title': inLanguages(notices, (words) => words.purposes[purpose]),
    },
    'dpv:hasProcess': processesOf(compiled, purpose),
  };
}

type Listed = ReturnType<typeof listCells>[number];

/** One for each kind of data that is used alike: the same ground, kept as long, behind the same function. */
function processesOf(compiled: CompiledPolicy, purpose: string): Node[] {
  const alike = new Map<string, Listed[]>();
  for (const item of listCells(compiled.table)) {
    if (item.cell.purpose !== purpose) continue;
    const { subject, verb, cell } = item;
    const basis = basisOf(compiled.policy, item);
    const sends = verb === 'send' ? subject : '';
    const key = JSON.stringify([subject, sends, basis, cell.retention_days, cell.function, cell.offered]);
    alike.set(key, [...(alike.get(key) ?? []), item]);
  }
  return [...alike.values()].map((items) => processNode(compiled, items));
}

function basisOf(policy: PolicyShape, { verb, subject, cell }: Listed) {
  const shape = verb === 'send' ? policy.messages[subject] : policy[verb][cell.purpose]?.[subject];
  if (shape === undefined) throw new Error(`no ${verb} of ${subject} for ${cell.purpose}`);
  return shape.basis;
}

function processNode(compiled: CompiledPolicy, items: readonly Listed[]): Node {
  const [first] = items;
  if (first === undefined) throw new Error('a process of nothing');
  const { hash, policy, notices } = compiled;
  const { cell, subject, verb } = first;
  const sent = verb === 'send';
  const category = sent ? 'message' : subject;
  const carriers = Object.entries(policy.recipients).filter(([, one]) => one.categories.includes(category));
  const fleeting = policy.categories[category]?.storage === 'fleeting';
  const kinds = items.flatMap((item): Term[] => {
    if (item.verb === 'send') return ['dpv:Transmit'];
    if (item.verb === 'read') return ['dpv:Use'];
    return fleeting ? ['dpv:Collect'] : ['dpv:Collect', 'dpv:Store'];
  });
  return {
    '@type': 'dpv:PersonalDataProcess',
    ...(sent ? { 'dct:title': inLanguages(notices, (words) => words.messages[subject]) } : {}),
    'dct:references': cell.clauses.map((clause) => ref(policyName(hash, clause))),
    'dpv:hasPersonalData': ref(categoryName(hash, category)),
    'dpv:hasProcessing': kinds.map(term),
    'dpv:hasLegalBasis': basisNodes(basisOf(policy, first)),
    'dpv:hasActivityStatus': status(cell.offered),
    ...(sent
      ? { 'dpv:hasRecipient': carriers.map(([id]) => ref(recipientName(hash, id))) }
      : { 'dpv:hasStorageCondition': storageNode(cell.retention_days) }),
    ...controls(policy, cell),
  };
}

/** Functions are opened and closed; switches are objected to. */
function controls(policy: PolicyShape, { function: name }: Cell): Node {
  const kind = name === undefined ? undefined : policy.functions[name]?.kind;
  if (kind === 'function')
    return { 'dpv:hasConsentControl': [term('dpv:ProvideConsent'), term('dpv:WithdrawConsent')] };
  return kind === 'switch' ? { 'dpv:hasEntityInvolvement': term('dpv:ObjectingToProcess') } : {};
}

function categoryNode({ hash, policy, notices }: CompiledPolicy, category: string): Node {
  const shape = policy.categories[category];
  const kind = shape !== undefined && isTerm(shape.dpv) ? [shape.dpv] : [];
  const sensitive = shape !== undefined && shape.sensitive.length > 0;
  return {
    '@id': categoryName(hash, category),
    '@type': ['dpv:PersonalData', ...kind, ...(sensitive ? (['dpv:SensitivePersonalData'] as const) : [])],
    'dct:identifier': category,
    'dct:title': inLanguages(notices, (words) => words.categories[category]),
    'dct:description': inLanguages(notices, (words) => words.holds[category]),
  };
}

const recipientKinds = {
  carrier: 'dpv:DataProcessor',
  partner: 'dpv:ThirdParty',
  authority: 'dpv:Authority',
} as const satisfies Readonly<Record<RecipientShape['role'], Term>>;

function recipientNode({ hash }: CompiledPolicy, id: string, { role }: RecipientShape): Node {
  return {
    '@id': recipientName(hash, id),
    '@type': ['dpv:Recipient', recipientKinds[role]],
    'dct:identifier': id,
  };
}
