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

declare const authentication: Use<'authentication'>;

// authentication
// @ts-expect-error authentication may not read log
authentication.read(log);
authentication.read(device);
authentication.read(contact);
// @ts-expect-error authentication may not read identity
authentication.read(identity);
// @ts-expect-error authentication may not read address
authentication.read(address);
authentication.read(wechat);
authentication.read(credentials);
authentication.read(hint);
// @ts-expect-error authentication may not read photo
authentication.read(photo);
// @ts-expect-error authentication may not read video
authentication.read(video);
// @ts-expect-error authentication may not read recording
authentication.read(recording);
// @ts-expect-error authentication may not read transcript
authentication.read(transcript);
// @ts-expect-error authentication may not read need
authentication.read(need);
// @ts-expect-error authentication may not read conversation
authentication.read(conversation);
// @ts-expect-error authentication may not read ownership
authentication.read(ownership);
// @ts-expect-error authentication may not read preference
authentication.read(preference);
// @ts-expect-error authentication may not read survey_answer
authentication.read(survey_answer);
// @ts-expect-error authentication may not read signal
authentication.read(signal);
// @ts-expect-error authentication may not read campaign
authentication.read(campaign);
// @ts-expect-error authentication may not read software
authentication.read(software);
// @ts-expect-error authentication may not read request
authentication.read(request);
authentication.read(message);
// @ts-expect-error authentication may not read consent
authentication.read(consent);
// @ts-expect-error authentication may not collect log
authentication.collect('log', value, place);
authentication.collect('device', value, place);
authentication.collect('contact', value, place);
// @ts-expect-error authentication may not collect identity
authentication.collect('identity', value, place);
// @ts-expect-error authentication may not collect address
authentication.collect('address', value, place);
authentication.collect('wechat', value, place);
authentication.collect('credentials', value, place);
authentication.collect('hint', value, place);
// @ts-expect-error authentication may not collect photo
authentication.collect('photo', value, place);
// @ts-expect-error authentication may not collect video
authentication.collect('video', value, place);
// @ts-expect-error authentication may not collect recording
authentication.collect('recording', value, place);
// @ts-expect-error authentication may not collect transcript
authentication.collect('transcript', value, place);
// @ts-expect-error authentication may not collect need
authentication.collect('need', value, place);
// @ts-expect-error authentication may not collect conversation
authentication.collect('conversation', value, place);
// @ts-expect-error authentication may not collect ownership
authentication.collect('ownership', value, place);
// @ts-expect-error authentication may not collect preference
authentication.collect('preference', value, place);
// @ts-expect-error authentication may not collect survey_answer
authentication.collect('survey_answer', value, place);
// @ts-expect-error authentication may not collect signal
authentication.collect('signal', value, place);
// @ts-expect-error authentication may not collect campaign
authentication.collect('campaign', value, place);
// @ts-expect-error authentication may not collect software
authentication.collect('software', value, place);
// @ts-expect-error authentication may not collect request
authentication.collect('request', value, place);
authentication.collect('message', value, place);
authentication.collect('consent', value, place);
// @ts-expect-error authentication may not collect position
authentication.fleeting('position', value);
// @ts-expect-error authentication may not read position
authentication.compute(position_now, rule);
// @ts-expect-error authentication may not collect place
authentication.fleeting('place', value);
// @ts-expect-error authentication may not read place
authentication.compute(place_now, rule);
// @ts-expect-error authentication may not collect scan
authentication.fleeting('scan', value);
// @ts-expect-error authentication may not read scan
authentication.compute(scan_now, rule);
