/** Where the way to WeChat began, so that it ends there: a screen of this app, kept in this tab alone. */
const key = 'wechat-from';
const back = '/sign-in/wechat';

/** Leaves the app for the page that the server named. */
export function leaveFor(url: string): void {
  if (location.pathname !== back) sessionStorage.setItem(key, location.pathname);
  location.assign(url);
}

/** The screen to go on with; signing in for its own sake ends where the person's data is. */
export function takeFrom(): string {
  const from = sessionStorage.getItem(key);
  sessionStorage.removeItem(key);
  return from?.startsWith('/privacy') ? from : '/privacy';
}

export interface Returned {
  readonly code: string;
  readonly state: string;
}

/** What WeChat led back with; it leaves the address bar and the history at once. Null: it brought no code. */
export function takeReturned(): Returned | null {
  const query = new URLSearchParams(location.search);
  history.replaceState(history.state, '', back);
  const [code, state] = [query.get('code') ?? '', query.get('state') ?? ''];
  return code === '' || state === '' ? null : { code, state };
}
