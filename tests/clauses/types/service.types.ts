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

declare const service: Use<'service'>;

// service
service.read(log);
service.read(device);
service.read(contact);
service.read(identity);
service.read(address);
// @ts-expect-error service may not read wechat
service.read(wechat);
// @ts-expect-error service may not read credentials
service.read(credentials);
// @ts-expect-error service may not read hint
service.read(hint);
// @ts-expect-error service may not read photo
service.read(photo);
// @ts-expect-error service may not read video
service.read(video);
// @ts-expect-error service may not read recording
service.read(recording);
// @ts-expect-error service may not read transcript
service.read(transcript);
// @ts-expect-error service may not read need
service.read(need);
// @ts-expect-error service may not read conversation
service.read(conversation);
// @ts-expect-error service may not read ownership: not built yet
service.read(ownership);
// @ts-expect-error service may not read preference
service.read(preference);
// @ts-expect-error service may not read survey_answer
service.read(survey_answer);
// @ts-expect-error service may not read signal
service.read(signal);
// @ts-expect-error service may not read campaign
service.read(campaign);
// @ts-expect-error service may not read software
service.read(software);
// @ts-expect-error service may not read request
service.read(request);
service.read(message);
service.read(consent);
service.collect('log', value, place);
service.collect('device', value, place);
service.collect('contact', value, place);
service.collect('identity', value, place);
service.collect('address', value, place);
// @ts-expect-error service may not collect wechat
service.collect('wechat', value, place);
// @ts-expect-error service may not collect credentials
service.collect('credentials', value, place);
// @ts-expect-error service may not collect hint
service.collect('hint', value, place);
// @ts-expect-error service may not collect photo
service.collect('photo', value, place);
// @ts-expect-error service may not collect video
service.collect('video', value, place);
// @ts-expect-error service may not collect recording
service.collect('recording', value, place);
// @ts-expect-error service may not collect transcript
service.collect('transcript', value, place);
// @ts-expect-error service may not collect need
service.collect('need', value, place);
// @ts-expect-error service may not collect conversation
service.collect('conversation', value, place);
// @ts-expect-error service may not collect ownership: not built yet
service.collect('ownership', value, place);
// @ts-expect-error service may not collect preference
service.collect('preference', value, place);
// @ts-expect-error service may not collect survey_answer
service.collect('survey_answer', value, place);
// @ts-expect-error service may not collect signal
service.collect('signal', value, place);
// @ts-expect-error service may not collect campaign
service.collect('campaign', value, place);
// @ts-expect-error service may not collect software
service.collect('software', value, place);
// @ts-expect-error service may not collect request
service.collect('request', value, place);
service.collect('message', value, place);
service.collect('consent', value, place);
service.fleeting('position', value);
service.compute(position_now, rule);
service.fleeting('place', value);
service.compute(place_now, rule);
// @ts-expect-error service may not collect scan
service.fleeting('scan', value);
// @ts-expect-error service may not read scan
service.compute(scan_now, rule);
