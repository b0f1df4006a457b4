import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Somebody with a WeChat account, as WeChat knows them. */
export interface WechatUser {
  readonly union_id?: string;
  readonly nickname?: string;
  readonly picture?: string;
  /** Who they are for each app. */
  readonly open_ids: Readonly<Record<string, string>>;
}

type Question = 'token' | 'userinfo';

/** What is wrong with the next answers, instead of the right one. */
export type Fault =
  | { readonly errcode: number; readonly errmsg: string }
  | { readonly answer: Readonly<Record<string, unknown>> }
  | { readonly raw: string; readonly status?: number; readonly headers?: Readonly<Record<string, string>> }
  | { readonly silent: true };

export const website = { id: 'wx0123456789abcdef', secret: '0123456789abcdef0123456789abcdef' };
export const official = { id: 'wxfedcba9876543210', secret: 'fedcba9876543210fedcba9876543210' };
const secrets: Readonly<Record<string, string>> = {
  [website.id]: website.secret,
  [official.id]: official.secret,
};

interface Code {
  readonly app_id: string;
  readonly user: WechatUser;
  used: boolean;
}

/** What speaks WeChat's documented endpoints: the pages to which browsers go, and the two questions of a server. */
export interface WechatPeer {
  readonly url: string;
  /** Who holds the phone that scans the next QR code. */
  scans: WechatUser;
  /** A code as the phone's consent makes one. */
  readonly consent: (user: WechatUser, app_id?: string) => string;
  /** The next answers to a question, one after the other; then right ones again. */
  readonly fail: (question: Question, ...faults: readonly Fault[]) => void;
  /** Questions that came, with their fields. */
  readonly asked: { readonly question: Question; readonly query: Readonly<Record<string, string>> }[];
  readonly close: () => Promise<void>;
}

/** Theirs come as text, whatever is in them. */
function say(response: ServerResponse, answer: unknown): void {
  response.writeHead(200, { 'content-type': 'text/plain' });
  response.end(JSON.stringify(answer));
}

export async function openWechat(): Promise<WechatPeer> {
  const codes = new Map<string, Code>();
  const tokens = new Map<string, Code>();
  const faults: Record<Question, Fault[]> = { token: [], userinfo: [] };
  const asked: WechatPeer['asked'] = [];
  let made = 0;
  const peer = { scans: { open_ids: {} } as WechatUser };

  const consent = (user: WechatUser, app_id = website.id) => {
    made += 1;
    const code = `0${made.toString().padStart(31, 'a')}`;
    codes.set(code, { app_id, user, used: false });
    return code;
  };

  const token = (query: URLSearchParams): unknown => {
    const id = query.get('appid') ?? '';
    if (secrets[id] === undefined) return { errcode: 40013, errmsg: 'invalid appid' };
    if (secrets[id] !== query.get('secret')) return { errcode: 40125, errmsg: 'invalid appsecret' };
    if (query.get('grant_type') !== 'authorization_code')
      return { errcode: 40002, errmsg: 'invalid grant_type' };
    const code = codes.get(query.get('code') ?? '');
    if (code === undefined || code.app_id !== id) return { errcode: 40029, errmsg: 'invalid code' };
    if (code.used) return { errcode: 40163, errmsg: 'code been used' };
    code.used = true;
    made += 1;
    const access_token = `token_${made}`;
    tokens.set(access_token, code);
    const { union_id } = code.user;
    return {
      access_token,
      expires_in: 7200,
      refresh_token: `refresh_${made}`,
      openid: code.user.open_ids[id],
      scope: id === website.id ? 'snsapi_login' : 'snsapi_userinfo',
      ...(union_id === undefined ? {} : { unionid: union_id }),
    };
  };

  const userinfo = (query: URLSearchParams): unknown => {
    const code = tokens.get(query.get('access_token') ?? '');
    if (code === undefined) return { errcode: 40014, errmsg: 'invalid access_token' };
    const openid = code.user.open_ids[code.app_id];
    if (openid !== query.get('openid')) return { errcode: 40003, errmsg: 'invalid openid' };
    const { union_id, nickname = '', picture = '' } = code.user;
    return {
      openid,
      nickname,
      sex: 0,
      province: '',
      city: '',
      country: '',
      headimgurl: picture,
      privilege: [],
      ...(union_id === undefined ? {} : { unionid: union_id }),
    };
  };

  const answer = (question: Question, query: URLSearchParams, response: ServerResponse) => {
    asked.push({ question, query: Object.fromEntries(query) });
    const fault = faults[question].shift();
    const right = question === 'token' ? token : userinfo;
    if (fault === undefined) return say(response, right(query));
    if ('silent' in fault) return;
    if ('errcode' in fault) return say(response, fault);
    if ('answer' in fault) return say(response, { ...(right(query) as object), ...fault.answer });
    response.writeHead(fault.status ?? 200, fault.headers ?? { 'content-type': 'text/plain' });
    response.end(fault.raw);
  };

  /** The page with the QR code: here a link stands for scanning it, and for the phone's consent. */
  const page = (query: URLSearchParams, response: ServerResponse) => {
    const back = new URL(query.get('redirect_uri') ?? '');
    back.searchParams.set('code', consent(peer.scans, query.get('appid') ?? ''));
    back.searchParams.set('state', query.get('state') ?? '');
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(`<!doctype html><title>WeChat</title><h1>Scan to sign in</h1>
      <a href="${back.href.replaceAll('&', '&amp;')}">Scanned and agreed</a>`);
  };

  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    if (pathname === '/sns/oauth2/access_token') return answer('token', searchParams, response);
    if (pathname === '/sns/userinfo') return answer('userinfo', searchParams, response);
    if (pathname === '/connect/qrconnect' || pathname === '/connect/oauth2/authorize')
      return page(searchParams, response);
    response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return Object.assign(peer, {
    url: `http://127.0.0.1:${port}`,
    consent,
    fail: (question: Question, ...next: readonly Fault[]) => void faults[question].push(...next),
    asked,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  });
}

/** What a server is told of this peer. */
export const wechatAt = (url: string) => ({ website, official, pages_url: url, api_url: url });
