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

declare const support: Use<'support'>;

// support
// @ts-expect-error support may not read log
support.read(log);
// @ts-expect-error support may not read device
support.read(device);
// @ts-expect-error support may not read contact
support.read(contact);
// @ts-expect-error support may not read identity
support.read(identity);
// @ts-expect-error support may not read address
support.read(address);
// @ts-expect-error support may not read wechat
support.read(wechat);
// @ts-expect-error support may not read credentials
support.read(credentials);
// @ts-expect-error support may not read hint
support.read(hint);
// @ts-expect-error support may not read photo
support.read(photo);
// @ts-expect-error support may not read video
support.read(video);
// @ts-expect-error support may not read recording
support.read(recording);
// @ts-expect-error support may not read transcript
support.read(transcript);
// @ts-expect-error support may not read need
support.read(need);
// @ts-expect-error support may not read conversation
support.read(conversation);
// @ts-expect-error support may not read ownership
support.read(ownership);
// @ts-expect-error support may not read preference
support.read(preference);
// @ts-expect-error support may not read survey_answer
support.read(survey_answer);
// @ts-expect-error support may not read signal
support.read(signal);
// @ts-expect-error support may not read campaign
support.read(campaign);
// @ts-expect-error support may not read software
support.read(software);
// @ts-expect-error support may not read request
support.read(request);
// @ts-expect-error support may not read message
support.read(message);
// @ts-expect-error support may not read consent
support.read(consent);
// @ts-expect-error support may not collect log
support.collect('log', value, place);
// @ts-expect-error support may not collect device
support.collect('device', value, place);
// @ts-expect-error support may not collect contact
support.collect('contact', value, place);
// @ts-expect-error support may not collect identity
support.collect('identity', value, place);
// @ts-expect-error support may not collect address
support.collect('address', value, place);
// @ts-expect-error support may not collect wechat
support.collect('wechat', value, place);
// @ts-expect-error support may not collect credentials
support.collect('credentials', value, place);
// @ts-expect-error support may not collect hint
support.collect('hint', value, place);
// @ts-expect-error support may not collect photo
support.collect('photo', value, place);
// @ts-expect-error support may not collect video
support.collect('video', value, place);
// @ts-expect-error support may not collect recording
support.collect('recording', value, place);
// @ts-expect-error support may not collect transcript
support.collect('transcript', value, place);
// @ts-expect-error support may not collect need
support.collect('need', value, place);
// @ts-expect-error support may not collect conversation
support.collect('conversation', value, place);
// @ts-expect-error support may not collect ownership
support.collect('ownership', value, place);
// @ts-expect-error support may not collect preference
support.collect('preference', value, place);
// @ts-expect-error support may not collect survey_answer
support.collect('survey_answer', value, place);
// @ts-expect-error support may not collect signal
support.collect('signal', value, place);
// @ts-expect-error support may not collect campaign
support.collect('campaign', value, place);
// @ts-expect-error support may not collect software
support.collect('software', value, place);
// @ts-expect-error support may not collect request
support.collect('request', value, place);
// @ts-expect-error support may not collect message
support.collect('message', value, place);
// @ts-expect-error support may not collect consent
support.collect('consent', value, place);
// @ts-expect-error support may not collect position
support.fleeting('position', value);
// @ts-expect-error support may not read position
support.compute(position_now, rule);
// @ts-expect-error support may not collect place
support.fleeting('place', value);
// @ts-expect-error support may not read place
support.compute(place_now, rule);
// @ts-expect-error support may not collect scan
support.fleeting('scan', value);
// @ts-expect-error support may not read scan
support.compute(scan_now, rule);
