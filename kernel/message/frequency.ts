/** How many messages of a kind a person gets on a day at most. What is not named here has limits of its own. */
const per_day: Readonly<Record<string, number>> = {
  case: 20,
  appointment: 10,
  account: 10,
  security: 20,
  notice_change: 2,
  incident: 10,
  safety: 10,
  news: 1,
  joint: 1,
  survey: 1,
};

export function isTooMany(message: string, sent_today: number): boolean {
  return sent_today >= (per_day[message] ?? Number.POSITIVE_INFINITY);
}
