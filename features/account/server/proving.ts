import { implement, type Operation, problem } from '@axent/kernel';
import { code_life_s, resend_after_s } from '../account.ts';
import { prove, requestProof } from '../contract.proof.ts';
import { makeProof, proof_life_s } from '../proof.ts';
import { proveCode, sendCode } from './codes.ts';
import { recipientOf } from './recipient.ts';
import * as storage from './storage.ts';

const ask = implement(requestProof, async (context, input) => {
  const recipient = recipientOf(input);
  if (!context.carries(recipient.channel)) throw problem('phone_not_offered', {}, 409);
  const long = await sendCode(context, recipient, input.language, 'proof');
  return {
    sent_to: recipient.masked,
    expires_in_s: code_life_s,
    again_in_s: resend_after_s,
    slow: await storage.channelWaits(context.use, recipient.channel),
    long,
  };
});

const verify = implement(prove, async (context, input) => {
  const recipient = recipientOf(input);
  const refused = await proveCode(context, recipient, input.code, 'proof');
  if (refused !== null) return refused;
  const until = context.now.getTime() + proof_life_s * 1000;
  return {
    proof: makeProof(recipient, until, context.keyedHash),
    address: recipient.masked,
    valid_until: new Date(until).toISOString(),
  };
});

export const provingOperations: readonly Operation[] = [ask, verify];
