import { generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { Provider } from 'oidc-provider';
import type { ProviderSettings } from '../../apps/server/compose.ts';
import { freePort } from '../crash/application.process.ts';

type Claims = Record<string, unknown>;

/** A real OpenID Connect provider on this machine, with a page to sign in on. */
export interface ProviderPeer {
  readonly settings: ProviderSettings;
  /** Every token that it gave out. */
  readonly tokens: string[];
  /** What went wrong between the server and it. */
  readonly faults: Error[];
  /** From now on every identity token says this instead; null: what is true. Signed by its own key unless `forged`. */
  readonly lie: (change: ((claims: Claims) => Claims) | null, forged?: boolean) => void;
  /** From now on its description of itself names this issuer; null: itself. */
  readonly pose: (issuer: string | null) => void;
  /** Takes no connection any more, and takes them again. */
  readonly goAway: () => Promise<void>;
  readonly comeBack: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** The value of `acr` with which it says that two factors were asked for. */
const two_factors = 'urn:example:two';

const clientOf = (publicUrl: URL) => ({
  client_id: 'axent-console',
  client_secret: randomBytes(24).toString('base64url'),
  redirect_uris: [new URL('/console/provider', publicUrl).href],
  response_types: ['code' as const],
  grant_types: ['authorization_code'],
});

const page = (uid: string) => `<!doctype html><html lang="en"><title>Company sign-in</title>
<h1>Company sign-in</h1><form method="post" action="/interaction/${uid}">
<label>Login <input name="login" required></label>
<label><input type="checkbox" name="two"> With a second factor</label>
<button>Continue</button></form>`;

const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** @param publicUrl where the server that asks it is reached */
export async function openProvider(publicUrl: URL): Promise<ProviderPeer> {
  const port = await freePort();
  const issuer = `http://localhost:${port}`;
  const client = clientOf(publicUrl);
  const [own, strange] = [0, 1].map(() => generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey);
  if (own === undefined || strange === undefined) throw new Error('There are two keys.');
  const jwk = { ...own.export({ format: 'jwk' }), kid: 'own', use: 'sig', alg: 'RS256' };
  const provider = new Provider(issuer, {
    clients: [client],
    jwks: { keys: [jwk as never] },
    cookies: { keys: [randomBytes(24).toString('hex')] },
    features: { devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: true } },
    acrValues: [two_factors],
    claims: { openid: ['sub'], acr: null, amr: null, auth_time: null, iss: null, sid: null },
    interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
    findAccount: (_context, accountId) => ({ accountId, claims: () => ({ sub: accountId }) }),
    loadExistingGrant: async ({ oidc }) => {
      const grant = new provider.Grant({
        clientId: oidc.client?.clientId ?? '',
        accountId: oidc.session?.accountId ?? '',
      });
      grant.addOIDCScope('openid');
      await grant.save();
      return grant;
    },
  });
  let lie: ((claims: Claims) => Claims) | null = null;
  let key = own;
  let posed: string | null = null;
  const tokens: string[] = [];
  provider.use(async (context, next) => {
    const uid = /^\/interaction\/([\w-]+)$/.exec(context.path)?.[1];
    if (uid === undefined) {
      await next();
      const body = context.body as { id_token?: string; access_token?: string; issuer?: string } | undefined;
      tokens.push(...[body?.id_token, body?.access_token].filter((one) => one !== undefined));
      if (posed !== null && body?.issuer !== undefined) context.body = { ...body, issuer: posed };
      if (lie === null || typeof body?.id_token !== 'string') return;
      const [head = '', claims = ''] = body.id_token.split('.');
      const told = `${head}.${part(lie(JSON.parse(Buffer.from(claims, 'base64url').toString()) as Claims))}`;
      context.body = {
        ...body,
        id_token: `${told}.${sign('sha256', Buffer.from(told), key).toString('base64url')}`,
      };
      return;
    }
    if (context.method === 'GET') {
      context.type = 'html';
      context.body = page(uid);
      return;
    }
    const chunks: Buffer[] = [];
    for await (const chunk of context.req) chunks.push(chunk as Buffer);
    const form = new URLSearchParams(Buffer.concat(chunks).toString());
    const accountId = form.get('login') ?? '';
    const login = form.has('two') ? { accountId, acr: two_factors, amr: ['pwd', 'otp'] } : { accountId };
    context.respond = false;
    if (accountId === 'nobody')
      await provider.interactionFinished(context.req, context.res, { error: 'access_denied' });
    else await provider.interactionFinished(context.req, context.res, { login });
  });
  const handle = provider.callback();
  let server = createServer((request, response) => void handle(request, response));
  const listen = async () => {
    server.listen(port, 'localhost');
    await once(server, 'listening');
  };
  const goAway = async () => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  };
  await listen();
  const faults: Error[] = [];
  return {
    settings: {
      issuer,
      client_id: client.client_id,
      client_secret: client.client_secret,
      two_factors: [two_factors],
      name: 'Example AG',
      onError: (error) => faults.push(error),
    },
    tokens,
    faults,
    lie: (change, forged = false) => {
      lie = change;
      key = forged ? strange : own;
    },
    pose: (name) => {
      posed = name;
    },
    goAway,
    comeBack: async () => {
      server = createServer((request, response) => void handle(request, response));
      await listen();
    },
    close: goAway,
  };
}

/** Signs in on the provider's page without a screen; answers what the browser would bring back. */
export class CompanyBrowser {
  readonly #cookies = new Map<string, string>();

  /** @param two a second factor was asked for there */
  async signIn(url: string, login: string, two = false): Promise<string> {
    let at = url;
    let form: URLSearchParams | null = null;
    for (let hop = 0; hop < 12; hop++) {
      const response = await fetch(at, {
        method: form === null ? 'GET' : 'POST',
        redirect: 'manual',
        headers: { cookie: [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
        ...(form === null ? {} : { body: form }),
      });
      for (const line of response.headers.getSetCookie()) {
        const [pair = ''] = line.split(';');
        this.#cookies.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
      }
      const next = response.headers.get('location');
      if (next !== null) {
        at = new URL(next, at).href;
        form = null;
        if (new URL(at).pathname === '/console/provider') return new URL(at).hash.slice(1);
      } else if (response.status === 200 && form === null) {
        form = new URLSearchParams(two ? { login, two: 'on' } : { login });
      } else throw new Error(`the provider answered ${response.status}: ${await response.text()}`);
    }
    throw new Error('the provider leads round and round');
  }
}
