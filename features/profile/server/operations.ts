import { implement, problem } from '@axent/kernel';
import { addressRefusal, judgeAddress, nowhere } from '../address.ts';
import { setAddress, setIdentity, show } from '../contract.ts';
import { judgeIdentity, nobody, type Refusal, refusalOf } from '../profile.ts';
import { keepOne } from './keeping.ts';
import * as storage from './storage.ts';

const refused = ({ code, facts }: Refusal) => problem(code, facts);

const held = implement(show, async ({ use }) => {
  const identity = await storage.own(use, 'identity');
  const address = await storage.own(use, 'address');
  return {
    identity: { ...nobody, ...(identity && (await use.read(identity))) },
    address: { ...nowhere, ...(address && (await use.read(address))) },
  };
});

const keepIdentity = implement(
  setIdentity,
  async ({ use }, given) =>
    await keepOne(use, 'identity', {
      to: async (before) => {
        const judged = judgeIdentity({ ...nobody, ...(before && (await use.read(before))) }, given);
        if (judged.flaw !== null) throw refused(refusalOf(judged.flaw));
        return judged.value;
      },
      seal: async (value, place) => await use.collect('identity', value, place),
    }),
);

const keepAddress = implement(setAddress, async ({ use }, given) => {
  const judged = judgeAddress(given);
  if (judged.flaw !== null) throw refused(addressRefusal(judged.flaw, given.country));
  return await keepOne(use, 'address', {
    to: async () => judged.value,
    seal: async (value, place) => await use.collect('address', value, place),
  });
});

export const operations = [held, keepIdentity, keepAddress];
