import { devices, show } from '@axent/account/contract';
import { holdings, uses } from '@axent/privacy/contract';
import { aimed, ofPersons } from '../matrix/aim.ts';
import { crowd, type Part } from './part.ts';
import type { Stage } from './stage.ts';

const email = 'ada@example.org';

/** One person sends another's ids to every operation: nothing of the other comes back, and nothing is changed. */
async function run(stage: Stage) {
  const ada = await (await stage.arrive('visitor')).signIn(email);
  await ada.call(show, {});
  const held = (await ada.call(holdings, {})).body.holdings;
  const items = held.flatMap((one) => one.items);
  const records = (await ada.call(uses, {})).body.uses;
  const known = (await ada.call(devices, {})).body.devices;
  const ids = [...items, ...records, ...known].map(({ id }) => id);
  const texts = [...new Set([...ids, ...items.map(({ place }) => place)])];
  const open: string[] = [];
  let tried = 0;
  await crowd(ofPersons, async (contract) => {
    const bob = await stage.arrive('person');
    for (const input of aimed(contract, texts)) {
      const sent = JSON.stringify(input);
      const written = JSON.stringify((await bob.call(contract, input as never)).body);
      const leaked = [email, ...ids].find((one) => written.includes(one) && !sent.includes(one));
      if (leaked !== undefined) open.push(`${contract.name} tells another person ${leaked} for ${sent}`);
      tried += 1;
    }
  });
  if (JSON.stringify((await ada.call(holdings, {})).body.holdings) !== JSON.stringify(held))
    open.push('another person changed what is held');
  if ((await ada.call(show, {})).body.actor !== 'person') open.push('another person ended a session');
  return { tried, open, note: `${ids.length} ids of somebody else` };
}

export const others: Part = {
  name: 'others',
  tool: 'operation × id',
  least: 100,
  plant: /tells another person ada@example.org/,
  run,
};
