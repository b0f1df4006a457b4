/** What WeChat answers, looked at before anything of it is believed. Pure. */

/** How the browser goes to WeChat: by a QR code on a page, or inside WeChat itself. Each is an app of its own there. */
export type Flow = 'website' | 'official';

export interface WechatAccount {
  readonly app_id: string;
  /** Who it is for this app alone. */
  readonly open_id: string;
  /** Who it is for all apps of one operator; null where theirs are not bound to each other. */
  readonly union_id: string | null;
  readonly nickname: string | null;
  /** Address of the profile picture, at WeChat's own hosts. */
  readonly picture: string | null;
}

/** Inside WeChat a page can ask for consent at once; anywhere else a QR code is shown. */
export function flowOf(user_agent: string): Flow {
  return /\bMicroMessenger\//i.test(user_agent) ? 'official' : 'website';
}

type Answer = Readonly<Record<string, unknown>>;

/** The outcome that an answer without an account means for the person. */
export type Refusal = 'wechat_refused' | 'wechat_preview' | 'wechat_down' | 'wechat_misconfigured';

/** Codes that ran out, were used or never were; tokens likewise; consent that was not given for the profile. */
const refused: ReadonlySet<number> = new Set([
  40003, 40014, 40029, 40030, 40163, 41001, 41008, 42001, 42003, 42007, 50001,
]);
/** The app, its secret or its rights at WeChat are not as they must be. */
const misconfigured: ReadonlySet<number> = new Set([
  40001, 40013, 40125, 40164, 41002, 41004, 48001, 48004, 50002, 61023, 89503,
]);

/** Null: no error. A number that is not known counts as theirs: it passes, or their operator is told. */
export function refusalOf(answer: Answer): Refusal | null {
  const code = answer['errcode'];
  if (code === undefined || code === 0) return null;
  if (typeof code !== 'number') return 'wechat_down';
  if (refused.has(code)) return 'wechat_refused';
  return misconfigured.has(code) ? 'wechat_misconfigured' : 'wechat_down';
}

const idOf = (value: unknown): string | null =>
  typeof value === 'string' && /^[\w-]{6,128}$/.test(value) ? value : null;

/** Absent is fine, something else in its place is not: undefined. */
function unionOf(answer: Answer): string | null | undefined {
  const value = answer['unionid'];
  if (value === undefined || value === null || value === '') return null;
  return idOf(value) ?? undefined;
}

export interface Granted {
  readonly token: string;
  readonly open_id: string;
  readonly union_id: string | null;
}

/** What a code was exchanged for. */
export function readGrant(answer: Answer): Granted | Refusal {
  const refusal = refusalOf(answer);
  if (refusal !== null) return refusal;
  // Looking at a page without having opened it whole: WeChat makes up an account for that, another each time.
  if (answer['is_snapshotuser'] === 1) return 'wechat_preview';
  const token = answer['access_token'];
  const open_id = idOf(answer['openid']);
  const union_id = unionOf(answer);
  if (typeof token !== 'string' || !/^[\x21-\x7e]{1,1024}$/.test(token)) return 'wechat_down';
  if (open_id === null || union_id === undefined) return 'wechat_down';
  return { token, open_id, union_id };
}

/** Who it is. An answer about somebody else than the code was given for is none. */
export function readAccount(answer: Answer, app_id: string, granted: Granted): WechatAccount | Refusal {
  const refusal = refusalOf(answer);
  if (refusal !== null) return refusal;
  const union_id = unionOf(answer);
  if (union_id === undefined || answer['openid'] !== granted.open_id) return 'wechat_down';
  if (union_id !== null && granted.union_id !== null && union_id !== granted.union_id) return 'wechat_down';
  return {
    app_id,
    open_id: granted.open_id,
    union_id: union_id ?? granted.union_id,
    nickname: readNickname(answer['nickname']),
    picture: readPicture(answer['headimgurl']),
  };
}

/** More than WeChat allows. */
const nickname_characters = 64;

/** One line as the person wrote it, signs that turn or hide text taken out. */
export function readNickname(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  const line = value.replace(/[\p{Cc}\p{Zl}\p{Zp}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '').trim();
  return [...line].slice(0, nickname_characters).join('') || null;
}

/** Kept only where it leads to the hosts on which WeChat keeps such pictures, by https. */
export function readPicture(value: unknown): string | null {
  if (typeof value !== 'string' || value.length > 1000 || !URL.canParse(value)) return null;
  const url = new URL(value);
  const theirs = url.hostname === 'qlogo.cn' || url.hostname.endsWith('.qlogo.cn');
  if (!theirs || url.username !== '' || url.password !== '' || url.port !== '') return null;
  // Older accounts still have addresses without encryption, which their hosts answer with it just as well.
  if (url.protocol === 'http:') url.protocol = 'https:';
  return url.protocol === 'https:' ? url.href : null;
}
