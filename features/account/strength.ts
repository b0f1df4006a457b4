/**
 * How hard a password is to guess. Half a megabyte of words that people choose: loaded where somebody sets one, in the
 * browser while they type and on the server before it is kept.
 */
import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common';

const judge = new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs });

/** From here on nobody guesses it within ten billion tries. */
export const enough = 4;

/**
 * 0 (guessed at once) to 4.
 * @param own words that whoever attacks this person would try first: their address, the brand
 */
export function strengthOf(password: string, own: readonly string[]): number {
  return judge.check(password.normalize('NFKC').slice(0, 100), [...own]).score;
}
