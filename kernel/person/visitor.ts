import { createHmac, timingSafeEqual } from 'node:crypto';

/** What a visitor has accepted and opened. It travels in a signed cookie and holds no identifier. */
export interface VisitorState {
  readonly accepted: {
    readonly sequence: number;
    readonly language: string;
    readonly text_hash: string;
    readonly settings_hash: string;
    /** Day only: a finer time would tell visitors apart. */
    readonly day: string;
  } | null;
  /** Function → version opened; -1: closed. */
  readonly openings: Readonly<Record<string, number>>;
  /** Hash of the prompt's words by function, for the record made at sign-in. */
  readonly words: Readonly<Record<string, string>>;
}

export const newVisitor: VisitorState = { accepted: null, openings: {}, words: {} };

const longest = 3000;

export function writeVisitor(state: VisitorState, key: Buffer): string {
  const body = Buffer.from(JSON.stringify(state)).toString('base64url');
  return `${body}.${sign(body, key)}`;
}

/** A cookie that is absent, too long or not signed by us counts as a new visitor. */
export function readVisitor(cookie: string | undefined, key: Buffer): VisitorState {
  if (cookie === undefined || cookie.length > longest) return newVisitor;
  const [body = '', signature = ''] = cookie.split('.');
  const expected = Buffer.from(sign(body, key));
  const given = Buffer.from(signature);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return newVisitor;
  return JSON.parse(Buffer.from(body, 'base64url').toString()) as VisitorState;
}

function sign(body: string, key: Buffer): string {
  return createHmac('sha256', key).update(`visitor|${body}`).digest('base64url');
}
