import type { ClauseId } from './clauses.ts';
import type { CategoryShape } from './shape.ts';

interface Category extends CategoryShape {
  readonly clause: ClauseId;
}

/** What there is to know about a person, cut by who needs it together. Terms of the W3C Data Privacy Vocabulary. */
export const categories = {
  log: {
    clause: 'C.log',
    dpv: 'pd:IPAddress',
    storage: 'sealed',
    sensitive: [],
    fields: ['operation', 'url', 'ip_address', 'browser', 'region', 'time'],
  },
  device: {
    clause: 'C.device',
    dpv: 'pd:DeviceBased',
    storage: 'sealed',
    sensitive: [],
    fields: ['type', 'operating_system', 'identifier', 'connection', 'last_country'],
  },
  position: {
    clause: 'C.device.position',
    dpv: 'pd:GPSCoordinate',
    storage: 'fleeting',
    sensitive: ['pipl'],
    fields: ['latitude', 'longitude', 'accuracy'],
  },
  place: {
    clause: 'C.device.position',
    dpv: 'pd:Location',
    storage: 'fleeting',
    sensitive: [],
    fields: ['place_or_postcode'],
  },
  contact: {
    clause: 'C.profile',
    dpv: 'pd:Contact',
    storage: 'sealed',
    sensitive: [],
    fields: ['email', 'phone', 'push_endpoint'],
  },
  identity: {
    clause: 'C.profile',
    dpv: 'pd:Name',
    storage: 'sealed',
    sensitive: [],
    fields: ['name', 'business_name'],
  },
  address: {
    clause: 'C.profile',
    dpv: 'pd:PhysicalAddress',
    storage: 'sealed',
    sensitive: [],
    fields: ['street', 'line2', 'district', 'town', 'province', 'postcode', 'country'],
  },
  wechat: {
    clause: 'C.profile',
    dpv: 'pd:SocialMedia',
    storage: 'sealed',
    sensitive: [],
    fields: ['wechat_id', 'nickname', 'profile'],
  },
  credentials: {
    clause: 'C.credentials',
    dpv: 'pd:Authenticating',
    storage: 'sealed',
    sensitive: [],
    fields: ['password_hash', 'passkeys', 'authenticator', 'recovery_codes'],
  },
  hint: {
    clause: 'C.credentials',
    dpv: 'pd:SecretText',
    storage: 'sealed',
    sensitive: [],
    fields: ['password_hint'],
  },
  scan: {
    clause: 'F.camera',
    dpv: 'pd:Picture',
    storage: 'fleeting',
    sensitive: [],
    fields: ['frames', 'code'],
  },
  photo: {
    clause: 'F.photos',
    dpv: 'pd:Picture',
    storage: 'sealed',
    sensitive: [],
    fields: ['picture'],
  },
  video: {
    clause: 'F.photos',
    dpv: 'pd:Picture',
    storage: 'sealed',
    sensitive: [],
    fields: ['video'],
  },
  recording: {
    clause: 'F.voice',
    dpv: 'pd:VoiceCommunicationRecording',
    storage: 'sealed',
    sensitive: [],
    fields: ['voice_message'],
  },
  transcript: {
    clause: 'F.voice',
    dpv: 'pd:Communication',
    storage: 'sealed',
    sensitive: [],
    fields: ['text'],
  },
  need: {
    clause: 'F.voice',
    dpv: 'pd:Communication',
    storage: 'sealed',
    sensitive: [],
    fields: ['recognised_need'],
  },
  conversation: {
    clause: 'U.support',
    dpv: 'pd:Communication',
    storage: 'sealed',
    sensitive: [],
    fields: ['case', 'text', 'confirmed_product', 'confirmed_need', 'appointment'],
  },
  ownership: {
    clause: 'C.profile',
    dpv: 'pd:Ownership',
    storage: 'sealed',
    sensitive: [],
    fields: ['product', 'serial_number', 'proof_of_purchase', 'installed_on'],
  },
  preference: {
    clause: 'M.push',
    dpv: 'pd:Preference',
    storage: 'plain',
    sensitive: [],
    fields: ['language', 'region', 'time_zone', 'quiet_hours'],
  },
  survey_answer: {
    clause: 'U.survey',
    dpv: 'pd:Opinion',
    storage: 'sealed',
    sensitive: [],
    fields: ['answer'],
  },
  signal: {
    clause: 'U.security',
    dpv: 'pd:Behavioral',
    storage: 'sealed',
    sensitive: [],
    fields: ['kind', 'weight', 'time', 'answer', 'decision'],
  },
  campaign: {
    clause: 'U.measure',
    dpv: 'pd:Behavioral',
    storage: 'sealed',
    sensitive: [],
    fields: ['campaign', 'group', 'outcome'],
  },
  software: {
    clause: 'U.software',
    dpv: 'pd:DeviceSoftware',
    storage: 'sealed',
    sensitive: [],
    fields: ['installed_version', 'offered_version', 'agreement'],
  },
  request: {
    clause: 'U.rights',
    dpv: 'pd:Communication',
    storage: 'sealed',
    sensitive: [],
    fields: ['kind', 'text', 'answer', 'due'],
  },
  message: {
    clause: 'M.code',
    dpv: 'pd:Communication',
    storage: 'sealed',
    sensitive: [],
    fields: ['address', 'text'],
  },
  consent: {
    clause: 'G.accept',
    dpv: 'pd:PrivacyPreference',
    storage: 'plain',
    sensitive: [],
    fields: ['version', 'language', 'text_hash', 'function', 'opened_at', 'closed_at'],
  },
} as const satisfies Readonly<Record<string, Category>>;

export type CategoryName = keyof typeof categories;
