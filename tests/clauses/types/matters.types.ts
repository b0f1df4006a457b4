/** Which purposes act in matters and what these open, line by line; see rights.types.ts for how it is a test. */

import type { Excepted } from '../../../kernel/operation/use.outside.ts';
import type { Use } from '../../../kernel/operation/use.ts';
import {
  address,
  campaign,
  consent,
  contact,
  conversation,
  credentials,
  device,
  hint,
  identity,
  log,
  message,
  need,
  ownership,
  photo,
  preference,
  recording,
  request,
  signal,
  software as software_box,
  survey_answer,
  transcript,
  video,
  wechat,
} from './boxes.ts';

declare const matter: string;
declare const excepted: Excepted;

declare const service: Use<'service'>;
declare const authentication: Use<'authentication'>;
declare const support: Use<'support'>;
declare const security: Use<'security'>;
declare const fraud: Use<'fraud'>;
declare const archive: Use<'archive'>;
declare const backup: Use<'backup'>;
declare const protect: Use<'protect'>;
declare const improve: Use<'improve'>;
declare const personalise: Use<'personalise'>;
declare const measure: Use<'measure'>;
declare const software: Use<'software'>;
declare const survey: Use<'survey'>;
declare const rights: Use<'rights'>;

// @ts-expect-error no matter is for service
service.except(matter);
// @ts-expect-error no matter is for authentication
authentication.except(matter);
// @ts-expect-error no matter is for support
support.except(matter);
security.except(matter);
// @ts-expect-error no matter is for fraud
fraud.except(matter);
archive.except(matter);
// @ts-expect-error no matter is for backup
backup.except(matter);
// @ts-expect-error no matter is for protect
protect.except(matter);
// @ts-expect-error no matter is for improve
improve.except(matter);
// @ts-expect-error no matter is for personalise
personalise.except(matter);
// @ts-expect-error no matter is for measure
measure.except(matter);
// @ts-expect-error no matter is for software
software.except(matter);
// @ts-expect-error no matter is for survey
survey.except(matter);
// @ts-expect-error no matter is for rights
rights.except(matter);

// what a matter opens
excepted.read(log);
excepted.read(device);
excepted.read(contact);
excepted.read(identity);
excepted.read(address);
excepted.read(wechat);
// @ts-expect-error no matter opens credentials
excepted.read(credentials);
// @ts-expect-error no matter opens hint
excepted.read(hint);
excepted.read(photo);
excepted.read(video);
excepted.read(recording);
excepted.read(transcript);
excepted.read(need);
excepted.read(conversation);
excepted.read(ownership);
// @ts-expect-error no matter opens preference
excepted.read(preference);
// @ts-expect-error no matter opens survey_answer
excepted.read(survey_answer);
excepted.read(signal);
// @ts-expect-error no matter opens campaign
excepted.read(campaign);
// @ts-expect-error no matter opens software
excepted.read(software_box);
excepted.read(request);
excepted.read(message);
// @ts-expect-error no matter opens consent
excepted.read(consent);
