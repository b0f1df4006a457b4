import { problem } from '@axent/kernel';
import { type Flow, type Refusal, readAccount, readGrant, type WechatAccount } from '../wechat.ts';

export interface WechatApp {
  readonly id: string;
  readonly secret: string;
}

/** Null: not offered in that way. Addresses without a path. */
export interface WechatSettings {
  readonly website: WechatApp | null;
  readonly official: WechatApp | null;
  /** Where browsers are sent. */
  readonly pages_url: string;
  /** What the server asks. */
  readonly api_url: string;
}

export type Wechat = ReturnType<typeof wechatClient>;

const answer_bytes = 16 * 1024;
/** Each of the two questions; whoever waits longer begins again. */
const wechat_ms = 5_000;
const asked_at_once = 50;

const statuses: Readonly<Record<Refusal, number>> = {
  wechat_refused: 422,
  wechat_preview: 422,
  wechat_down: 424,
  wechat_misconfigured: 424,
};

/** Asks WeChat who somebody is: https to the configured host alone, bounded in time, size and number. */
export function wechatClient(settings: WechatSettings) {
  const api = new URL(settings.api_url).origin;
  const pages = new URL(settings.pages_url).origin;
  let under_way = 0;

  const ask = async (path: string, query: Readonly<Record<string, string>>) => {
    const url = new URL(path, api);
    url.search = new URLSearchParams(query).toString();
    return await answerOf(url);
  };

  const identified = async ({ id, secret }: WechatApp, code: string): Promise<WechatAccount | Refusal> => {
    const exchanged = { appid: id, secret, code, grant_type: 'authorization_code' };
    const granted = readGrant(await ask('/sns/oauth2/access_token', exchanged));
    if (typeof granted === 'string') return granted;
    const query = { access_token: granted.token, openid: granted.open_id, lang: 'zh_CN' };
    const who = readAccount(await ask('/sns/userinfo', query), id, granted);
    // The code is spent by now, the token is not: what passes is worth a second question.
    return who === 'wechat_down' ? readAccount(await ask('/sns/userinfo', query), id, granted) : who;
  };

  return {
    offers: (flow: Flow) => settings[flow] !== null,
    /** The page of WeChat's that leads back to `back` with a code. Their order of the fields matters inside WeChat. */
    page: (flow: Flow, back: string, state: string): string | null => {
      const app = settings[flow];
      if (app === null) return null;
      const [path, scope] =
        flow === 'website'
          ? ['/connect/qrconnect', 'snsapi_login']
          : ['/connect/oauth2/authorize', 'snsapi_userinfo'];
      const query = new URLSearchParams([
        ['appid', app.id],
        ['redirect_uri', back],
        ['response_type', 'code'],
        ['scope', scope],
        ['state', state],
      ]);
      return `${pages}${path}?${query}#wechat_redirect`;
    },
    /** Whose code it is. Throws the problem that says what to do next. */
    identify: async (flow: Flow, code: string): Promise<WechatAccount> => {
      const app = settings[flow];
      if (app === null) throw problem('wechat_not_offered', {}, 409);
      if (under_way >= asked_at_once) throw problem('wechat_down', {}, statuses.wechat_down);
      under_way += 1;
      try {
        const who = await identified(app, code);
        if (typeof who !== 'string') return who;
        throw problem(who, {}, statuses[who]);
      } finally {
        under_way -= 1;
      }
    },
  };
}

/**
 * One answer as JSON. Whatever keeps it away (no connection, no end, another address, no JSON) is told as theirs being
 * down; the address carries the secret, so nothing of the fault is passed on.
 */
async function answerOf(url: URL): Promise<Readonly<Record<string, unknown>>> {
  try {
    const response = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(wechat_ms) });
    const text = await bounded(response);
    const answer: unknown = response.ok ? JSON.parse(text) : null;
    if (typeof answer === 'object' && answer !== null && !Array.isArray(answer))
      return answer as Readonly<Record<string, unknown>>;
  } catch {
    return { errcode: -1 };
  }
  return { errcode: -1 };
}

async function bounded({ body }: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body ?? []) {
    size += chunk.length;
    if (size > answer_bytes) throw new Error('The answer is too long.');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}
