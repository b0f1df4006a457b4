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

declare const backup: Use<'backup'>;

// backup
// @ts-expect-error backup may not read log
backup.read(log);
// @ts-expect-error backup may not read device
backup.read(device);
// @ts-expect-error backup may not read contact
backup.read(contact);
// @ts-expect-error backup may not read identity
backup.read(identity);
// @ts-expect-error backup may not read address
backup.read(address);
// @ts-expect-error backup may not read wechat
backup.read(wechat);
// @ts-expect-error backup may not read credentials
backup.read(credentials);
// @ts-expect-error backup may not read hint
backup.read(hint);
// @ts-expect-error backup may not read photo
backup.read(photo);
// @ts-expect-error backup may not read video
backup.read(video);
// @ts-expect-error backup may not read recording
backup.read(recording);
// @ts-expect-error backup may not read transcript
backup.read(transcript);
// @ts-expect-error backup may not read need
backup.read(need);
// @ts-expect-error backup may not read conversation
backup.read(conversation);
// @ts-expect-error backup may not read ownership
backup.read(ownership);
// @ts-expect-error backup may not read preference
backup.read(preference);
// @ts-expect-error backup may not read survey_answer
backup.read(survey_answer);
// @ts-expect-error backup may not read signal
backup.read(signal);
// @ts-expect-error backup may not read campaign
backup.read(campaign);
// @ts-expect-error backup may not read software
backup.read(software);
// @ts-expect-error backup may not read request
backup.read(request);
// @ts-expect-error backup may not read message
backup.read(message);
// @ts-expect-error backup may not read consent
backup.read(consent);
// @ts-expect-error backup may not collect log
backup.collect('log', value, place);
// @ts-expect-error backup may not collect device
backup.collect('device', value, place);
// @ts-expect-error backup may not collect contact
backup.collect('contact', value, place);
// @ts-expect-error backup may not collect identity
backup.collect('identity', value, place);
// @ts-expect-error backup may not collect address
backup.collect('address', value, place);
// @ts-expect-error backup may not collect wechat
backup.collect('wechat', value, place);
// @ts-expect-error backup may not collect credentials
backup.collect('credentials', value, place);
// @ts-expect-error backup may not collect hint
backup.collect('hint', value, place);
// @ts-expect-error backup may not collect photo
backup.collect('photo', value, place);
// @ts-expect-error backup may not collect video
backup.collect('video', value, place);
// @ts-expect-error backup may not collect recording
backup.collect('recording', value, place);
// @ts-expect-error backup may not collect transcript
backup.collect('transcript', value, place);
// @ts-expect-error backup may not collect need
backup.collect('need', value, place);
// @ts-expect-error backup may not collect conversation
backup.collect('conversation', value, place);
// @ts-expect-error backup may not collect ownership
backup.collect('ownership', value, place);
// @ts-expect-error backup may not collect preference
backup.collect('preference', value, place);
// @ts-expect-error backup may not collect survey_answer
backup.collect('survey_answer', value, place);
// @ts-expect-error backup may not collect signal
backup.collect('signal', value, place);
// @ts-expect-error backup may not collect campaign
backup.collect('campaign', value, place);
// @ts-expect-error backup may not collect software
backup.collect('software', value, place);
// @ts-expect-error backup may not collect request
backup.collect('request', value, place);
// @ts-expect-error backup may not collect message
backup.collect('message', value, place);
// @ts-expect-error backup may not collect consent
backup.collect('consent', value, place);
// @ts-expect-error backup may not collect position
backup.fleeting('position', value);
// @ts-expect-error backup may not read position
backup.compute(position_now, rule);
// @ts-expect-error backup may not collect place
backup.fleeting('place', value);
// @ts-expect-error backup may not read place
backup.compute(place_now, rule);
// @ts-expect-error backup may not collect scan
backup.fleeting('scan', value);
// @ts-expect-error backup may not read scan
backup.compute(scan_now, rule);
