/** The rules of passwords. Pure. */

/** A password alone must be longer than one that is followed by a second step (NIST SP 800-63B-4). */
const length_alone = 15;
const length_with_second = 8;
export const password_characters = 256;
export const hint_characters = 60;

/** What a password must have. @param second a second step is asked for after it */
export function shortestPassword(second: boolean): number {
  return second ? length_with_second : length_alone;
}

/** As it is hashed: the same letters typed on another keyboard are the same password. */
export function normalisePassword(text: string): string {
  return text.normalize('NFKC');
}

/** Characters as people count them. */
export function lengthOf(password: string): number {
  return [...normalisePassword(password)].length;
}

const bare = (text: string) =>
  normalisePassword(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

/** Whether a hint gives the password away: it shares a third of its letters in a row, read either way. */
export function tellsPassword(hint: string, password: string): boolean {
  const [said, secret] = [bare(hint), bare(password)];
  if (secret === '' || said === '') return hint.trim() === password.trim();
  const most = Math.min(Math.max(4, Math.ceil(secret.length / 3)), secret.length);
  const backwards = [...said].reverse().join('');
  return [said, backwards].some((text) => longestShared(text, secret) >= most);
}

/** Letters in a row that two texts share. */
function longestShared(one: string, other: string): number {
  let longest = 0;
  let before: number[] = [];
  for (const letter of one) {
    const row = [...other].map((against, at) => (letter === against ? (before[at - 1] ?? 0) + 1 : 0));
    longest = Math.max(longest, ...row);
    before = row;
  }
  return longest;
}
