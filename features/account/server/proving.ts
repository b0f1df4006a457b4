import { implement, type Operation } from '@axent/kernel';
import { prove, requestProof } from '../contract.proof.ts';
import { makeProof, proof_life_s } from '../proof.ts';
import { askCode, proveCode } from './codes.ts';
import { recipientOf } from './recipient.ts';

const ask = implement(requestProof, (context, input) => askCode(context, input, 'proof'));

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
