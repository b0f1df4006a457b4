/**
 * The type wall, line by line, written by hand. A line that must not compile stands under `@ts-expect-error`; when it
 * compiles after all, the compiler reports the unused expectation. `tsc` is the test.
 */

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
  place,
  place_now,
  position_now,
  preference,
  recording,
  request,
  rule,
  scan_now,
  signal,
  software,
  survey_answer,
  transcript,
  value,
  video,
  wechat,
} from './boxes.ts';

declare const fraud: Use<'fraud'>;
declare const personalise: Use<'personalise'>;
declare const measure: Use<'measure'>;
declare const survey: Use<'survey'>;
declare const support: Use<'support'>;
declare const improve: Use<'improve'>;
declare const service: Use<'service'>;

// fraud
// @ts-expect-error fraud may not read log
fraud.read(log);
// @ts-expect-error fraud may not read device
fraud.read(device);
// @ts-expect-error fraud may not read contact
fraud.read(contact);
// @ts-expect-error fraud may not read identity
fraud.read(identity);
// @ts-expect-error fraud may not read address
fraud.read(address);
// @ts-expect-error fraud may not read wechat
fraud.read(wechat);
// @ts-expect-error fraud may not read credentials
fraud.read(credentials);
// @ts-expect-error fraud may not read hint
fraud.read(hint);
// @ts-expect-error fraud may not read photo
fraud.read(photo);
// @ts-expect-error fraud may not read video
fraud.read(video);
// @ts-expect-error fraud may not read recording
fraud.read(recording);
// @ts-expect-error fraud may not read transcript
fraud.read(transcript);
// @ts-expect-error fraud may not read need
fraud.read(need);
// @ts-expect-error fraud may not read conversation
fraud.read(conversation);
// @ts-expect-error fraud may not read ownership
fraud.read(ownership);
// @ts-expect-error fraud may not read preference
fraud.read(preference);
// @ts-expect-error fraud may not read survey_answer
fraud.read(survey_answer);
fraud.read(signal);
// @ts-expect-error fraud may not read campaign
fraud.read(campaign);
// @ts-expect-error fraud may not read software
fraud.read(software);
// @ts-expect-error fraud may not read request
fraud.read(request);
// @ts-expect-error fraud may not read message
fraud.read(message);
// @ts-expect-error fraud may not read consent
fraud.read(consent);
// @ts-expect-error fraud may not collect log
fraud.collect('log', value, place);
// @ts-expect-error fraud may not collect device
fraud.collect('device', value, place);
// @ts-expect-error fraud may not collect contact
fraud.collect('contact', value, place);
// @ts-expect-error fraud may not collect identity
fraud.collect('identity', value, place);
// @ts-expect-error fraud may not collect address
fraud.collect('address', value, place);
// @ts-expect-error fraud may not collect wechat
fraud.collect('wechat', value, place);
// @ts-expect-error fraud may not collect credentials
fraud.collect('credentials', value, place);
// @ts-expect-error fraud may not collect hint
fraud.collect('hint', value, place);
// @ts-expect-error fraud may not collect photo
fraud.collect('photo', value, place);
// @ts-expect-error fraud may not collect video
fraud.collect('video', value, place);
// @ts-expect-error fraud may not collect recording
fraud.collect('recording', value, place);
// @ts-expect-error fraud may not collect transcript
fraud.collect('transcript', value, place);
// @ts-expect-error fraud may not collect need
fraud.collect('need', value, place);
// @ts-expect-error fraud may not collect conversation
fraud.collect('conversation', value, place);
// @ts-expect-error fraud may not collect ownership
fraud.collect('ownership', value, place);
// @ts-expect-error fraud may not collect preference
fraud.collect('preference', value, place);
// @ts-expect-error fraud may not collect survey_answer
fraud.collect('survey_answer', value, place);
fraud.collect('signal', value, place);
// @ts-expect-error fraud may not collect campaign
fraud.collect('campaign', value, place);
// @ts-expect-error fraud may not collect software
fraud.collect('software', value, place);
// @ts-expect-error fraud may not collect request
fraud.collect('request', value, place);
// @ts-expect-error fraud may not collect message
fraud.collect('message', value, place);
// @ts-expect-error fraud may not collect consent
fraud.collect('consent', value, place);
// @ts-expect-error fraud may not collect position
fraud.fleeting('position', value);
// @ts-expect-error fraud may not read position
fraud.compute(position_now, rule);
// @ts-expect-error fraud may not collect place
fraud.fleeting('place', value);
// @ts-expect-error fraud may not read place
fraud.compute(place_now, rule);
// @ts-expect-error fraud may not collect scan
fraud.fleeting('scan', value);
// @ts-expect-error fraud may not read scan
fraud.compute(scan_now, rule);

// What was counted at the door serves no marketing, and nothing else either.
// @ts-expect-error personalise may not read signal
personalise.read(signal);
// @ts-expect-error personalise may not survey signal
personalise.survey('signal');
// @ts-expect-error personalise may not collect signal
personalise.collect('signal', value, place);
// @ts-expect-error measure may not read signal
measure.read(signal);
// @ts-expect-error measure may not survey signal
measure.survey('signal');
// @ts-expect-error measure may not collect signal
measure.collect('signal', value, place);
// @ts-expect-error survey may not read signal
survey.read(signal);
// @ts-expect-error survey may not survey signal
survey.survey('signal');
// @ts-expect-error survey may not collect signal
survey.collect('signal', value, place);
// @ts-expect-error support may not read signal
support.read(signal);
// @ts-expect-error support may not survey signal
support.survey('signal');
// @ts-expect-error support may not collect signal
support.collect('signal', value, place);
// @ts-expect-error improve may not read signal
improve.read(signal);
// @ts-expect-error improve may not survey signal
improve.survey('signal');
// @ts-expect-error improve may not collect signal
improve.collect('signal', value, place);
// @ts-expect-error service may not read signal
service.read(signal);
// @ts-expect-error service may not survey signal
service.survey('signal');
// @ts-expect-error service may not collect signal
service.collect('signal', value, place);
