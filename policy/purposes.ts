import type { ClauseId } from './clauses.ts';
import type { Actor, FunctionShape, PurposeShape } from './shape.ts';

interface PurposeOf extends PurposeShape {
  readonly clause: ClauseId;
}

interface FunctionOf extends FunctionShape {
  readonly clause: ClauseId;
}

const staff = [
  'agent',
  'supervisor',
  'marketer',
  'product_manager',
  'release_manager',
  'store_staff',
  'privacy_officer',
  'security',
  'administrator',
] as const satisfies readonly Actor[];

/**
 * What data is used for, and who may act for it. Acting for a purpose opens no data by itself: many operations
 * of `service` (the notice, the catalogue, signing out) touch none, and single uses narrow the actors further.
 */
export const purposes = {
  service: {
    clause: 'U.service',
    dpv: 'dpv:RequestedServiceProvision',
    actors: ['visitor', 'person', 'system', ...staff],
  },
  authentication: {
    clause: 'U.authentication',
    dpv: 'dpv:IdentityAuthentication',
    actors: ['visitor', 'person', 'system', ...staff],
  },
  support: {
    clause: 'U.support',
    dpv: 'dpv:CustomerCare',
    actors: ['person', 'agent', 'supervisor', 'system'],
  },
  security: { clause: 'U.security', dpv: 'dpv:EnforceSecurity', actors: ['security', 'system'] },
  fraud: { clause: 'U.fraud', dpv: 'dpv:FraudPreventionAndDetection', actors: ['security', 'system'] },
  archive: { clause: 'U.archive', dpv: 'dpv:RecordManagement', actors: ['privacy_officer', 'system'] },
  backup: {
    clause: 'U.backup',
    dpv: 'dpv:IncreaseServiceRobustness',
    actors: ['administrator', 'system'],
    copies: true,
  },
  protect: {
    clause: 'U.protect',
    dpv: 'dpv:FulfilmentOfObligation',
    actors: ['person', 'agent', 'product_manager', 'system'],
  },
  improve: {
    clause: 'U.improve',
    dpv: 'dpv:ImproveExistingProductsAndServices',
    actors: ['product_manager', 'system'],
  },
  personalise: { clause: 'U.personalise', dpv: 'dpv:ServicePersonalisation', actors: ['person', 'system'] },
  measure: { clause: 'U.measure', dpv: 'dpv:Marketing', actors: ['marketer', 'system'] },
  software: {
    clause: 'U.software',
    dpv: 'dpv:TechnicalServiceProvision',
    actors: ['person', 'release_manager', 'system'],
  },
  survey: { clause: 'U.survey', dpv: 'dpv:CommercialResearch', actors: ['person', 'marketer', 'system'] },
  rights: {
    clause: 'U.rights',
    dpv: 'dpv:RightsFulfilment',
    actors: ['visitor', 'person', 'privacy_officer', 'system'],
  },
} as const satisfies Readonly<Record<string, PurposeOf>>;

/** What a person opens and closes. Functions are closed until opened; switches are open until objected to. */
export const functions = {
  nearby: { clause: 'F.nearby', kind: 'function', device: 'geolocation', gpc: false },
  'camera.scan': { clause: 'F.camera', kind: 'function', device: 'camera', gpc: false },
  'camera.photo': { clause: 'F.camera', kind: 'function', device: 'camera', gpc: false },
  'camera.video': { clause: 'F.camera', kind: 'function', device: 'camera', gpc: false },
  photos: { clause: 'F.photos', kind: 'function', device: null, gpc: false },
  voice: { clause: 'F.voice', kind: 'function', device: 'microphone', gpc: false },
  news: { clause: 'M.news', kind: 'function', device: null, gpc: true },
  joint: { clause: 'M.joint', kind: 'function', device: null, gpc: true },
  surveys: { clause: 'U.survey', kind: 'function', device: null, gpc: false },
  improve: { clause: 'U.improve', kind: 'switch', device: null, gpc: true },
  personalise: { clause: 'U.personalise', kind: 'switch', device: null, gpc: true },
  measure: { clause: 'U.measure', kind: 'switch', device: null, gpc: true },
} as const satisfies Readonly<Record<string, FunctionOf>>;
