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

declare const rights: Use<'rights'>;

// rights
rights.read(log);
rights.read(device);
rights.read(contact);
rights.read(identity);
rights.read(address);
rights.read(wechat);
// @ts-expect-error rights may not read credentials
rights.read(credentials);
rights.read(hint);
// @ts-expect-error rights may not read photo
rights.read(photo);
// @ts-expect-error rights may not read video
rights.read(video);
// @ts-expect-error rights may not read recording
rights.read(recording);
// @ts-expect-error rights may not read transcript
rights.read(transcript);
// @ts-expect-error rights may not read need
rights.read(need);
// @ts-expect-error rights may not read conversation
rights.read(conversation);
// @ts-expect-error rights may not read ownership: not built yet
rights.read(ownership);
rights.read(preference);
// @ts-expect-error rights may not read survey_answer
rights.read(survey_answer);
rights.read(signal);
// @ts-expect-error rights may not read campaign
rights.read(campaign);
// @ts-expect-error rights may not read software
rights.read(software);
rights.read(request);
rights.read(message);
rights.read(consent);
rights.look('consent');
// @ts-expect-error rights may not look at credentials
rights.look('credentials');
// @ts-expect-error rights may not collect log
rights.collect('log', value, place);
rights.collect('device', value, place);
rights.collect('contact', value, place);
rights.collect('identity', value, place);
rights.collect('address', value, place);
rights.collect('wechat', value, place);
// @ts-expect-error rights may not collect credentials
rights.collect('credentials', value, place);
// @ts-expect-error rights may not collect hint
rights.collect('hint', value, place);
// @ts-expect-error rights may not collect photo
rights.collect('photo', value, place);
// @ts-expect-error rights may not collect video
rights.collect('video', value, place);
// @ts-expect-error rights may not collect recording
rights.collect('recording', value, place);
// @ts-expect-error rights may not collect transcript
rights.collect('transcript', value, place);
// @ts-expect-error rights may not collect need
rights.collect('need', value, place);
// @ts-expect-error rights may not collect conversation
rights.collect('conversation', value, place);
// @ts-expect-error rights may not collect ownership: not built yet
rights.collect('ownership', value, place);
rights.collect('preference', value, place);
// @ts-expect-error rights may not collect survey_answer
rights.collect('survey_answer', value, place);
// @ts-expect-error rights may not collect signal
rights.collect('signal', value, place);
// @ts-expect-error rights may not collect campaign
rights.collect('campaign', value, place);
// @ts-expect-error rights may not collect software
rights.collect('software', value, place);
rights.collect('request', value, place);
rights.collect('message', value, place);
rights.collect('consent', value, place);
// @ts-expect-error rights may not collect position
rights.fleeting('position', value);
// @ts-expect-error rights may not read position
rights.compute(position_now, rule);
// @ts-expect-error rights may not collect place
rights.fleeting('place', value);
// @ts-expect-error rights may not read place
rights.compute(place_now, rule);
// @ts-expect-error rights may not collect scan
rights.fleeting('scan', value);
// @ts-expect-error rights may not read scan
rights.compute(scan_now, rule);

// Requests are filed and held for rights alone.
declare const service: Use<'service'>;
declare const filed: Parameters<typeof rights.file>[0];
rights.file(filed);
rights.hold('request', null);
// @ts-expect-error service files no requests
service.file({});
// @ts-expect-error service holds no requests
service.hold('request', null);
