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

declare const improve: Use<'improve'>;

// improve
// @ts-expect-error improve may not read log
improve.read(log);
// @ts-expect-error improve may not read device
improve.read(device);
// @ts-expect-error improve may not read contact
improve.read(contact);
// @ts-expect-error improve may not read identity
improve.read(identity);
// @ts-expect-error improve may not read address
improve.read(address);
// @ts-expect-error improve may not read wechat
improve.read(wechat);
// @ts-expect-error improve may not read credentials
improve.read(credentials);
// @ts-expect-error improve may not read hint
improve.read(hint);
// @ts-expect-error improve may not read photo
improve.read(photo);
// @ts-expect-error improve may not read video
improve.read(video);
// @ts-expect-error improve may not read recording
improve.read(recording);
// @ts-expect-error improve may not read transcript
improve.read(transcript);
// @ts-expect-error improve may not read need
improve.read(need);
// @ts-expect-error improve may not read conversation
improve.read(conversation);
// @ts-expect-error improve may not read ownership
improve.read(ownership);
// @ts-expect-error improve may not read preference
improve.read(preference);
// @ts-expect-error improve may not read survey_answer
improve.read(survey_answer);
// @ts-expect-error improve may not read signal
improve.read(signal);
// @ts-expect-error improve may not read campaign
improve.read(campaign);
// @ts-expect-error improve may not read software
improve.read(software);
// @ts-expect-error improve may not read request
improve.read(request);
// @ts-expect-error improve may not read message
improve.read(message);
// @ts-expect-error improve may not read consent
improve.read(consent);
// @ts-expect-error improve may not collect log
improve.collect('log', value, place);
// @ts-expect-error improve may not collect device
improve.collect('device', value, place);
// @ts-expect-error improve may not collect contact
improve.collect('contact', value, place);
// @ts-expect-error improve may not collect identity
improve.collect('identity', value, place);
// @ts-expect-error improve may not collect address
improve.collect('address', value, place);
// @ts-expect-error improve may not collect wechat
improve.collect('wechat', value, place);
// @ts-expect-error improve may not collect credentials
improve.collect('credentials', value, place);
// @ts-expect-error improve may not collect hint
improve.collect('hint', value, place);
// @ts-expect-error improve may not collect photo
improve.collect('photo', value, place);
// @ts-expect-error improve may not collect video
improve.collect('video', value, place);
// @ts-expect-error improve may not collect recording
improve.collect('recording', value, place);
// @ts-expect-error improve may not collect transcript
improve.collect('transcript', value, place);
// @ts-expect-error improve may not collect need
improve.collect('need', value, place);
// @ts-expect-error improve may not collect conversation
improve.collect('conversation', value, place);
// @ts-expect-error improve may not collect ownership
improve.collect('ownership', value, place);
// @ts-expect-error improve may not collect preference
improve.collect('preference', value, place);
// @ts-expect-error improve may not collect survey_answer
improve.collect('survey_answer', value, place);
// @ts-expect-error improve may not collect signal
improve.collect('signal', value, place);
// @ts-expect-error improve may not collect campaign
improve.collect('campaign', value, place);
// @ts-expect-error improve may not collect software
improve.collect('software', value, place);
// @ts-expect-error improve may not collect request
improve.collect('request', value, place);
// @ts-expect-error improve may not collect message
improve.collect('message', value, place);
// @ts-expect-error improve may not collect consent
improve.collect('consent', value, place);
// @ts-expect-error improve may not collect position
improve.fleeting('position', value);
// @ts-expect-error improve may not read position
improve.compute(position_now, rule);
// @ts-expect-error improve may not collect place
improve.fleeting('place', value);
// @ts-expect-error improve may not read place
improve.compute(place_now, rule);
// @ts-expect-error improve may not collect scan
improve.fleeting('scan', value);
// @ts-expect-error improve may not read scan
improve.compute(scan_now, rule);
