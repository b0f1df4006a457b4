import { randomInt } from 'node:crypto';
import { requestCode, verifyCode } from '@axent/account/contract';
import { signInPassword } from '@axent/account/contract/entry';
import { setPassword } from '@axent/account/contract/ways';
import { atOwnAddress } from '../matrix/actors.ts';
import { crowd, type Part } from './part.ts';
import type { Stage } from './stage.ts';

const victims = 100;
const short_each = 60;
const long_each = 40;
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** What is let through to be compared, of all guesses at one recipient's short codes. */
const counted_most = 10;
const owners = 25;
const passwords_each = 40;

const digits = () => String(randomInt(1e8)).padStart(8, '0');
const letters = () => Array.from({ length: 25 }, () => alphabet[randomInt(32)]).join('');

interface Found {
  readonly open: string[];
  compared: number;
}

/** Guesses at the codes of one address, from a new address of the network each time. */
async function guessAt(stage: Stage, email: string, found: Found): Promise<void> {
  let browser = await stage.arrive('visitor');
  await browser.call(requestCode, { email, language: 'en' });
  let compared = 0;
  for (let guess = 0; guess < short_each + long_each; guess++) {
    const long = guess >= short_each;
    if (guess === short_each) {
      // The second code is long, since the short ones were guessed at.
      browser = await stage.arrive('visitor');
      await browser.call(requestCode, { email, language: 'en' });
    }
    atOwnAddress(browser);
    const code = long ? letters() : digits();
    const { status, body } = await browser.call(verifyCode, { email, code });
    if (status === 200) found.open.push(`a guess was right for ${email} after ${guess}`);
    else if (!['code_wrong', 'too_many_guesses', 'code_expired'].includes(body.code ?? ''))
      found.open.push(`a guess was answered ${status} ${body.code}`);
    if (!long && body.code === 'code_wrong') compared += 1;
  }
  if (compared > counted_most) found.open.push(`${compared} guesses at ${email} were compared`);
  found.compared += compared;
}

/** Guesses at the password of an account: few are compared, and its owner signs in by code all the same. */
async function guessPasswords(stage: Stage, email: string, found: Found): Promise<void> {
  const attacker = await stage.arrive('visitor');
  let compared = 0;
  for (let guess = 0; guess < passwords_each; guess++) {
    atOwnAddress(attacker);
    const { status, body } = await attacker.call(signInPassword, {
      email,
      password: `${digits()}${letters()}`,
    });
    if (status === 200) found.open.push(`a password was guessed for ${email} after ${guess}`);
    else if (body.code === 'password_wrong') compared += 1;
    else if (body.code !== 'password_guessed_out')
      found.open.push(`a password was answered ${status} ${body.code}`);
  }
  if (compared > counted_most) found.open.push(`${compared} passwords for ${email} were compared`);
}

async function run(stage: Stage) {
  const found: Found = { open: [], compared: 0 };
  const addresses = Array.from({ length: victims }, (_, number) => `victim${number}@example.org`);
  for (const email of addresses.slice(0, owners)) {
    const owner = await (await stage.arrive('visitor')).signIn(email);
    const { status } = await owner.call(setPassword, { password: `${letters()} is the owner’s` });
    if (status !== 200) throw new Error('a password could not be set');
  }
  await crowd(addresses, (email) => guessAt(stage, email, found));
  await crowd(addresses.slice(0, owners), (email) => guessPasswords(stage, email, found), 4);
  let kept_out = 0;
  for (const email of addresses.slice(0, owners))
    await (await stage.arrive('visitor')).signIn(email).catch((error: Error) => {
      kept_out += 1;
      found.open.push(`the owner of ${email} is kept out: ${error.message}`);
    });
  const chance = (found.compared / 1e8).toExponential(1);
  const note = `${found.compared} compared (a hit by chance: ${chance}), ${owners - kept_out} of ${owners} owners in`;
  const tried = victims * (short_each + long_each) + owners * passwords_each;
  return { tried, open: found.open, note };
}

export const guesses: Part = {
  name: 'guesses',
  tool: 'codes, passwords',
  least: 11_000,
  plant: /a guess was right/,
  run,
};
