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

declare const security: Use<'security'>;
declare const service: Use<'service'>;
declare const boxes: Parameters<Use<'security'>['unseal']>[1];

// security
security.read(log);
// @ts-expect-error security may not read device
security.read(device);
// @ts-expect-error security may not read contact
security.read(contact);
// @ts-expect-error security may not read identity
security.read(identity);
// @ts-expect-error security may not read address
security.read(address);
// @ts-expect-error security may not read wechat
security.read(wechat);
// @ts-expect-error security may not read credentials
security.read(credentials);
// @ts-expect-error security may not read hint
security.read(hint);
// @ts-expect-error security may not read photo
security.read(photo);
// @ts-expect-error security may not read video
security.read(video);
// @ts-expect-error security may not read recording
security.read(recording);
// @ts-expect-error security may not read transcript
security.read(transcript);
// @ts-expect-error security may not read need
security.read(need);
// @ts-expect-error security may not read conversation
security.read(conversation);
// @ts-expect-error security may not read ownership
security.read(ownership);
// @ts-expect-error security may not read preference
security.read(preference);
// @ts-expect-error security may not read survey_answer
security.read(survey_answer);
security.read(signal);
// @ts-expect-error security may not read campaign
security.read(campaign);
// @ts-expect-error security may not read software
security.read(software);
// @ts-expect-error security may not read request
security.read(request);
// @ts-expect-error security may not read message
security.read(message);
// @ts-expect-error security may not read consent
security.read(consent);
// @ts-expect-error security may not collect log
security.collect('log', value, place);
// @ts-expect-error security may not collect device
security.collect('device', value, place);
// @ts-expect-error security may not collect contact
security.collect('contact', value, place);
// @ts-expect-error security may not collect identity
security.collect('identity', value, place);
// @ts-expect-error security may not collect address
security.collect('address', value, place);
// @ts-expect-error security may not collect wechat
security.collect('wechat', value, place);
// @ts-expect-error security may not collect credentials
security.collect('credentials', value, place);
// @ts-expect-error security may not collect hint
security.collect('hint', value, place);
// @ts-expect-error security may not collect photo
security.collect('photo', value, place);
// @ts-expect-error security may not collect video
security.collect('video', value, place);
// @ts-expect-error security may not collect recording
security.collect('recording', value, place);
// @ts-expect-error security may not collect transcript
security.collect('transcript', value, place);
// @ts-expect-error security may not collect need
security.collect('need', value, place);
// @ts-expect-error security may not collect conversation
security.collect('conversation', value, place);
// @ts-expect-error security may not collect ownership
security.collect('ownership', value, place);
// @ts-expect-error security may not collect preference
security.collect('preference', value, place);
// @ts-expect-error security may not collect survey_answer
security.collect('survey_answer', value, place);
security.collect('signal', value, place);
// @ts-expect-error security may not collect campaign
security.collect('campaign', value, place);
// @ts-expect-error security may not collect software
security.collect('software', value, place);
// @ts-expect-error security may not collect request
security.collect('request', value, place);
// @ts-expect-error security may not collect message
security.collect('message', value, place);
// @ts-expect-error security may not collect consent
security.collect('consent', value, place);
// @ts-expect-error security may not collect position
security.fleeting('position', value);
// @ts-expect-error security may not read position
security.compute(position_now, rule);
// @ts-expect-error security may not collect place
security.fleeting('place', value);
// @ts-expect-error security may not read place
security.compute(place_now, rule);
// @ts-expect-error security may not collect scan
security.fleeting('scan', value);
// @ts-expect-error security may not read scan
security.compute(scan_now, rule);

// Addresses are opened for security alone, and for a named incident.
security.unseal('incident', boxes);
// @ts-expect-error service may not unseal
service.unseal('incident', boxes);
