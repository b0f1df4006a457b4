/** What may be handed to whom, line by line; see rights.types.ts for how it is a test. */
import type { Use } from '../../../kernel/operation/use.ts';
import { contact, identity } from './boxes.ts';

declare const service: Use<'service'>;
declare const rights: Use<'rights'>;
declare const authentication: Use<'authentication'>;
declare const entry: string;

// service
// @ts-expect-error service may not share with carrier.mail
service.share('carrier.mail', entry, ['message.text']);
// @ts-expect-error service may not share with carrier.sms
service.share('carrier.sms', entry, ['message.text']);
// @ts-expect-error service may not share with carrier.push
service.share('carrier.push', entry, ['message.text']);
// @ts-expect-error service may not share with carrier.wechat
service.share('carrier.wechat', entry, ['message.text']);
service.share('partner.service', entry, ['contact.email']);
// @ts-expect-error service may not share with partner.joint
service.share('partner.joint', entry, ['contact.email']);
// @ts-expect-error service may not share with authority.supervision
service.share('authority.supervision', entry, ['contact.email']);
// rights
// @ts-expect-error rights may not share with carrier.mail
rights.share('carrier.mail', entry, ['message.text']);
// @ts-expect-error rights may not share with carrier.sms
rights.share('carrier.sms', entry, ['message.text']);
// @ts-expect-error rights may not share with carrier.push
rights.share('carrier.push', entry, ['message.text']);
// @ts-expect-error rights may not share with carrier.wechat
rights.share('carrier.wechat', entry, ['message.text']);
// @ts-expect-error rights may not share with partner.service
rights.share('partner.service', entry, ['contact.email']);
// @ts-expect-error rights may not share with partner.joint
rights.share('partner.joint', entry, ['contact.email']);
rights.share('authority.supervision', entry, ['contact.email']);
// authentication
// @ts-expect-error authentication may not share with carrier.mail
authentication.share('carrier.mail', entry, ['message.text']);
// @ts-expect-error authentication may not share with carrier.sms
authentication.share('carrier.sms', entry, ['message.text']);
// @ts-expect-error authentication may not share with carrier.push
authentication.share('carrier.push', entry, ['message.text']);
// @ts-expect-error authentication may not share with carrier.wechat
authentication.share('carrier.wechat', entry, ['message.text']);
// @ts-expect-error authentication may not share with partner.service
authentication.share('partner.service', entry, ['contact.email']);
// @ts-expect-error authentication may not share with partner.joint
authentication.share('partner.joint', entry, ['contact.email']);
// @ts-expect-error authentication may not share with authority.supervision
authentication.share('authority.supervision', entry, ['contact.email']);

// what partner.service gets
// @ts-expect-error partner.service may not get log
service.share('partner.service', entry, ['log.operation']);
// @ts-expect-error partner.service may not get device
service.share('partner.service', entry, ['device.type']);
// @ts-expect-error partner.service may not get position
service.share('partner.service', entry, ['position.latitude']);
// @ts-expect-error partner.service may not get place
service.share('partner.service', entry, ['place.place_or_postcode']);
service.share('partner.service', entry, ['contact.email']);
service.share('partner.service', entry, ['identity.name']);
service.share('partner.service', entry, ['address.street']);
// @ts-expect-error partner.service may not get wechat
service.share('partner.service', entry, ['wechat.wechat_id']);
// @ts-expect-error partner.service may not get credentials
service.share('partner.service', entry, ['credentials.password_hash']);
// @ts-expect-error partner.service may not get hint
service.share('partner.service', entry, ['hint.password_hint']);
// @ts-expect-error partner.service may not get scan
service.share('partner.service', entry, ['scan.frames']);
// @ts-expect-error partner.service may not get photo
service.share('partner.service', entry, ['photo.picture']);
// @ts-expect-error partner.service may not get video
service.share('partner.service', entry, ['video.video']);
// @ts-expect-error partner.service may not get recording
service.share('partner.service', entry, ['recording.voice_message']);
// @ts-expect-error partner.service may not get transcript
service.share('partner.service', entry, ['transcript.text']);
// @ts-expect-error partner.service may not get need
service.share('partner.service', entry, ['need.recognised_need']);
// @ts-expect-error partner.service may not get conversation
service.share('partner.service', entry, ['conversation.case']);
service.share('partner.service', entry, ['ownership.product']);
// @ts-expect-error partner.service may not get preference
service.share('partner.service', entry, ['preference.language']);
// @ts-expect-error partner.service may not get survey_answer
service.share('partner.service', entry, ['survey_answer.answer']);
// @ts-expect-error partner.service may not get signal
service.share('partner.service', entry, ['signal.kind']);
// @ts-expect-error partner.service may not get campaign
service.share('partner.service', entry, ['campaign.campaign']);
// @ts-expect-error partner.service may not get software
service.share('partner.service', entry, ['software.installed_version']);
// @ts-expect-error partner.service may not get request
service.share('partner.service', entry, ['request.kind']);
// @ts-expect-error partner.service may not get message
service.share('partner.service', entry, ['message.address']);
// @ts-expect-error partner.service may not get consent
service.share('partner.service', entry, ['consent.version']);

// what authority.supervision gets
// @ts-expect-error authority.supervision may not get log
rights.share('authority.supervision', entry, ['log.operation']);
// @ts-expect-error authority.supervision may not get device
rights.share('authority.supervision', entry, ['device.type']);
// @ts-expect-error authority.supervision may not get position
rights.share('authority.supervision', entry, ['position.latitude']);
// @ts-expect-error authority.supervision may not get place
rights.share('authority.supervision', entry, ['place.place_or_postcode']);
rights.share('authority.supervision', entry, ['contact.email']);
// @ts-expect-error authority.supervision may not get identity
rights.share('authority.supervision', entry, ['identity.name']);
// @ts-expect-error authority.supervision may not get address
rights.share('authority.supervision', entry, ['address.street']);
// @ts-expect-error authority.supervision may not get wechat
rights.share('authority.supervision', entry, ['wechat.wechat_id']);
// @ts-expect-error authority.supervision may not get credentials
rights.share('authority.supervision', entry, ['credentials.password_hash']);
// @ts-expect-error authority.supervision may not get hint
rights.share('authority.supervision', entry, ['hint.password_hint']);
// @ts-expect-error authority.supervision may not get scan
rights.share('authority.supervision', entry, ['scan.frames']);
// @ts-expect-error authority.supervision may not get photo
rights.share('authority.supervision', entry, ['photo.picture']);
// @ts-expect-error authority.supervision may not get video
rights.share('authority.supervision', entry, ['video.video']);
// @ts-expect-error authority.supervision may not get recording
rights.share('authority.supervision', entry, ['recording.voice_message']);
// @ts-expect-error authority.supervision may not get transcript
rights.share('authority.supervision', entry, ['transcript.text']);
// @ts-expect-error authority.supervision may not get need
rights.share('authority.supervision', entry, ['need.recognised_need']);
// @ts-expect-error authority.supervision may not get conversation
rights.share('authority.supervision', entry, ['conversation.case']);
// @ts-expect-error authority.supervision may not get ownership
rights.share('authority.supervision', entry, ['ownership.product']);
// @ts-expect-error authority.supervision may not get preference
rights.share('authority.supervision', entry, ['preference.language']);
// @ts-expect-error authority.supervision may not get survey_answer
rights.share('authority.supervision', entry, ['survey_answer.answer']);
// @ts-expect-error authority.supervision may not get signal
rights.share('authority.supervision', entry, ['signal.kind']);
// @ts-expect-error authority.supervision may not get campaign
rights.share('authority.supervision', entry, ['campaign.campaign']);
// @ts-expect-error authority.supervision may not get software
rights.share('authority.supervision', entry, ['software.installed_version']);
rights.share('authority.supervision', entry, ['request.kind']);
// @ts-expect-error authority.supervision may not get message
rights.share('authority.supervision', entry, ['message.address']);
// @ts-expect-error authority.supervision may not get consent
rights.share('authority.supervision', entry, ['consent.version']);

// A share hands over the fields it was made for, each out of a box of its own category.
const share = await service.share('partner.service', entry, ['contact.phone']);
share.hand('contact.phone', contact);
// @ts-expect-error another field than those the share was made for is not handed over
share.hand('contact.email', contact);
// @ts-expect-error nor a field out of another category's box
share.hand('contact.phone', identity);
