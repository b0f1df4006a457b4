// Generated from policy/policy.ts by `npm run generate`. Do not edit.

export type PurposeName =
  | 'service'
  | 'authentication'
  | 'support'
  | 'security'
  | 'fraud'
  | 'archive'
  | 'backup'
  | 'protect'
  | 'improve'
  | 'personalise'
  | 'measure'
  | 'software'
  | 'survey'
  | 'rights';

export type CategoryName =
  | 'log'
  | 'device'
  | 'position'
  | 'place'
  | 'contact'
  | 'identity'
  | 'address'
  | 'wechat'
  | 'credentials'
  | 'hint'
  | 'scan'
  | 'photo'
  | 'video'
  | 'recording'
  | 'transcript'
  | 'need'
  | 'conversation'
  | 'ownership'
  | 'preference'
  | 'survey_answer'
  | 'signal'
  | 'campaign'
  | 'software'
  | 'request'
  | 'message'
  | 'consent';

export type StoredCategory =
  | 'log'
  | 'device'
  | 'contact'
  | 'identity'
  | 'address'
  | 'wechat'
  | 'credentials'
  | 'hint'
  | 'photo'
  | 'video'
  | 'recording'
  | 'transcript'
  | 'need'
  | 'conversation'
  | 'ownership'
  | 'preference'
  | 'survey_answer'
  | 'signal'
  | 'campaign'
  | 'software'
  | 'request'
  | 'message'
  | 'consent';

export type FleetingCategory = 'position' | 'place' | 'scan';

export type FunctionId =
  | 'nearby'
  | 'camera.scan'
  | 'camera.photo'
  | 'camera.video'
  | 'photos'
  | 'voice'
  | 'news'
  | 'joint'
  | 'surveys'
  | 'improve'
  | 'personalise'
  | 'measure';

export type MessageId =
  | 'code'
  | 'case'
  | 'appointment'
  | 'account'
  | 'security'
  | 'notice_change'
  | 'incident'
  | 'safety'
  | 'news'
  | 'joint'
  | 'survey';

export type Clause =
  | 'G.accept'
  | 'C.log'
  | 'C.device'
  | 'C.device.position'
  | 'C.profile'
  | 'C.credentials'
  | 'F.nearby'
  | 'F.nearby.no-trajectory'
  | 'F.camera'
  | 'F.photos'
  | 'F.voice'
  | 'F.open'
  | 'F.close'
  | 'F.close.past'
  | 'U.service'
  | 'U.authentication'
  | 'U.support'
  | 'U.security'
  | 'U.fraud'
  | 'U.archive'
  | 'U.backup'
  | 'U.protect'
  | 'U.improve'
  | 'U.personalise'
  | 'U.measure'
  | 'U.software'
  | 'U.survey'
  | 'U.rights'
  | 'M.code'
  | 'M.push'
  | 'M.news'
  | 'M.joint'
  | 'E.1'
  | 'E.2'
  | 'E.3'
  | 'E.4'
  | 'E.5'
  | 'E.6'
  | 'E.7'
  | 'E.8'
  | 'E.9'
  | 'S.access'
  | 'S.loss'
  | 'S.alteration'
  | 'S.third-party'
  | 'S.residual'
  | 'R.publish'
  | 'R.review';

export interface CollectsOf {
  service:
    | 'log'
    | 'device'
    | 'position'
    | 'place'
    | 'contact'
    | 'identity'
    | 'address'
    | 'message'
    | 'consent';
  authentication: 'contact' | 'wechat' | 'credentials' | 'hint' | 'device' | 'message' | 'consent';
  support: never;
  security: 'signal';
  fraud: 'signal';
  archive: never;
  backup: never;
  protect: never;
  improve: never;
  personalise: never;
  measure: never;
  software: never;
  survey: never;
  rights:
    | 'contact'
    | 'identity'
    | 'address'
    | 'wechat'
    | 'device'
    | 'preference'
    | 'request'
    | 'consent'
    | 'message';
}

export interface ReadsOf {
  service:
    | 'log'
    | 'device'
    | 'position'
    | 'place'
    | 'contact'
    | 'identity'
    | 'address'
    | 'message'
    | 'consent';
  authentication: 'contact' | 'wechat' | 'credentials' | 'hint' | 'device' | 'message';
  support: never;
  security: 'log' | 'signal';
  fraud: 'signal';
  archive: never;
  backup: never;
  protect: never;
  improve: never;
  personalise: never;
  measure: never;
  software: never;
  survey: never;
  rights:
    | 'log'
    | 'device'
    | 'contact'
    | 'identity'
    | 'address'
    | 'wechat'
    | 'hint'
    | 'preference'
    | 'signal'
    | 'request'
    | 'message'
    | 'consent';
}

export interface SendsOf {
  service: 'appointment';
  authentication: 'code' | 'security';
  support: never;
  security: never;
  fraud: never;
  archive: never;
  backup: never;
  protect: never;
  improve: never;
  personalise: never;
  measure: never;
  software: never;
  survey: never;
  rights: 'account' | 'notice_change' | 'incident';
}

export interface SharesOf {
  service: 'partner.service';
  authentication: never;
  support: never;
  security: never;
  fraud: never;
  archive: never;
  backup: never;
  protect: never;
  improve: never;
  personalise: never;
  measure: never;
  software: never;
  survey: never;
  rights: 'authority.supervision';
}

export interface MattersOf {
  purposes: 'archive' | 'security';
  categories:
    | 'log'
    | 'device'
    | 'contact'
    | 'identity'
    | 'address'
    | 'wechat'
    | 'ownership'
    | 'conversation'
    | 'photo'
    | 'video'
    | 'recording'
    | 'transcript'
    | 'need'
    | 'signal'
    | 'request'
    | 'message';
}

export interface FieldsOf {
  'carrier.mail': 'message.address' | 'message.text';
  'carrier.sms': 'message.address' | 'message.text';
  'carrier.push': 'message.address' | 'message.text';
  'carrier.wechat': 'message.address' | 'message.text';
  'partner.service':
    | 'contact.email'
    | 'contact.phone'
    | 'contact.push_endpoint'
    | 'identity.name'
    | 'identity.business_name'
    | 'address.street'
    | 'address.line2'
    | 'address.district'
    | 'address.town'
    | 'address.province'
    | 'address.postcode'
    | 'address.country'
    | 'ownership.product'
    | 'ownership.serial_number'
    | 'ownership.proof_of_purchase'
    | 'ownership.installed_on';
  'partner.joint':
    | 'contact.email'
    | 'contact.phone'
    | 'contact.push_endpoint'
    | 'identity.name'
    | 'identity.business_name';
  'authority.supervision':
    | 'contact.email'
    | 'contact.phone'
    | 'contact.push_endpoint'
    | 'request.kind'
    | 'request.text'
    | 'request.answer'
    | 'request.due';
}
