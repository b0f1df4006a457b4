/** `npm run rotate` wraps every key under the new master key; `npm run rotate -- finish` lets go of the old one. */
import { setTimeout as sleep } from 'node:timers/promises';
import { beginRotation } from '@axent/kernel/vault';
import { openKeys } from './keys.ts';
import { loadSettings, type Settings, SettingsFailure } from './settings.ts';

const usage = [
  'npm run rotate             wraps all keys under MASTER_KEY instead of MASTER_KEY_PREVIOUS, while the server runs',
  'npm run rotate -- finish   once every server runs with the new key: lets go of the old one',
].join('\n');

const say = (line: string) => process.stdout.write(`${line}\n`);
/** Between two batches, so that a running server is hardly slowed down. */
const pause_ms = 5;

class Refused extends Error {}

function masters(settings: Settings): readonly [previous: Buffer, next: Buffer] {
  const { master_key_previous: previous, master_key: next } = settings;
  if (previous === null || next === null)
    throw new Refused(
      'Set the new key as MASTER_KEY and the one in use as MASTER_KEY_PREVIOUS, for this command.',
    );
  if (previous.equals(next)) throw new Refused('MASTER_KEY and MASTER_KEY_PREVIOUS are the same key.');
  return [previous, next];
}

async function rotate(finish: boolean): Promise<void> {
  const settings = loadSettings();
  const [previous, next] = masters(settings);
  const { store } = await openKeys(settings, { clock: Date.now, data_url: null });
  try {
    const rotation = await beginRotation(store, previous, next);
    let wrapped = 0;
    for (let done = false; !done; ) {
      const step = await rotation.step();
      wrapped += step.wrapped;
      done = step.done;
      await sleep(pause_ms);
    }
    say(`${wrapped} keys were wrapped under the new master key.`);
    if (!finish) {
      say(
        'Set the new key as MASTER_KEY for the server and start it anew when it suits you: until then it finds its way.',
      );
      say('Then let go of the old key: npm run rotate -- finish');
      return;
    }
    const left = await rotation.finish();
    if (left > 0)
      throw new Refused(
        `${left} keys came under the old master key meanwhile: a server still runs with it. Start it with the new one, then finish.`,
      );
    say(
      'No key needs the old master key any more. Keep it only as long as a backup of the keys from before.',
    );
  } finally {
    await store.close();
  }
}

async function main(words: readonly string[]): Promise<void> {
  if (words.length === 0 || (words.length === 1 && words[0] === 'finish'))
    return await rotate(words.length === 1);
  say(usage);
  process.exitCode = 2;
}

main(process.argv.slice(2)).catch((error: Error) => {
  const told = error instanceof Refused || error instanceof SettingsFailure;
  process.stderr.write(told ? `${error.message}\n` : `The master key was not changed: ${error.message}\n`);
  process.exitCode = 1;
});
