import { type ProblemError, problem } from '@axent/kernel';
import type { Configuration } from 'openid-client';

export interface ProviderSettings {
  /** As the provider writes it itself. */
  readonly issuer: string;
  readonly client_id: string;
  readonly client_secret: string;
  /** Of `acr` and `amr`: what says that two factors were asked for. Empty: nothing does. */
  readonly two_factors: readonly string[];
  /** What people call it. */
  readonly name: string;
  /** Told what went wrong, for whoever operates it. */
  readonly onError: (error: Error) => void;
}

/** What only this browser can answer: made from a secret of it, never stored. */
export interface Binding {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** Who somebody is to the provider. */
export interface Identity {
  /** Issuer and subject: names and addresses change hands. */
  readonly value: string;
  readonly two_factors: boolean;
  readonly signed_in_at: Date;
}

const timeout_s = 5;
/** What the provider says of itself is asked for anew after that. */
const known_for_ms = 3_600_000;
/** An older sign-in there is not taken: whoever comes in here counts as having just proved themself. */
const max_age_s = 600;

/** 100 KB of code, only where there is a provider. */
const library = () => import('openid-client');

const isLoopback = ({ hostname }: URL) => /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname);

/** The company's own sign-in, by OpenID Connect: authorization code with PKCE, state and nonce. */
export class Provider {
  readonly name: string;
  readonly #settings: ProviderSettings;
  readonly #redirect: URL;
  readonly #clock: () => number;
  #known: { readonly config: Promise<Configuration>; readonly until: number } | null = null;
  #leave: string | null = null;

  constructor(settings: ProviderSettings, publicUrl: URL, clock: () => number) {
    this.name = settings.name;
    this.#settings = settings;
    this.#redirect = new URL('/console/provider', publicUrl);
    this.#clock = clock;
  }

  /** Where one signs out at the provider; null until it was asked, and where it offers that nowhere. */
  get leave(): string | null {
    return this.#leave;
  }

  /** Asks the provider what it has to say of itself, where that is not known. */
  async learn(): Promise<void> {
    await this.#configuration();
  }

  /** Where a browser goes to sign in. @param anew also if it is signed in there already */
  async address({ state, nonce, verifier }: Binding, anew: boolean): Promise<string> {
    const { buildAuthorizationUrl, calculatePKCECodeChallenge } = await library();
    const config = await this.#configuration();
    const { two_factors } = this.#settings;
    const modes = config.serverMetadata().response_modes_supported ?? ['query', 'fragment'];
    const url = buildAuthorizationUrl(config, {
      redirect_uri: this.#redirect.href,
      scope: 'openid',
      state,
      nonce,
      code_challenge: await calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      max_age: String(max_age_s),
      // In a fragment the answer reaches no server's log on its way.
      ...(modes.includes('fragment') ? { response_mode: 'fragment' } : {}),
      ...(two_factors.length > 0 ? { acr_values: two_factors.join(' ') } : {}),
      ...(anew ? { prompt: 'login' } : {}),
    });
    return url.href;
  }

  /** Who the provider's answer is about, once everything in it was checked. @param answer form-encoded */
  async identify(answer: string, { state, nonce, verifier }: Binding): Promise<Identity> {
    const { authorizationCodeGrant } = await library();
    const config = await this.#configuration();
    const arrived = new URL(this.#redirect);
    arrived.search = answer;
    const checks = { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier };
    const tokens = await authorizationCodeGrant(config, arrived, { ...checks, maxAge: max_age_s }).catch(
      (cause: Error) => {
        const meaning = meaningOf(cause);
        if (meaning.code !== 'provider_declined') this.#settings.onError(cause);
        throw meaning;
      },
    );
    const claims = tokens.claims();
    if (claims === undefined) throw problem('provider_refused');
    const { iss, sub, acr, amr, auth_time = 0 } = claims;
    const said = [acr, ...(Array.isArray(amr) ? amr : [])];
    return {
      value: `${iss}|${sub}`,
      two_factors: said.some((one) => typeof one === 'string' && this.#settings.two_factors.includes(one)),
      signed_in_at: new Date(auth_time * 1000),
    };
  }

  async #configuration(): Promise<Configuration> {
    const now = this.#clock();
    if (this.#known === null || now >= this.#known.until) {
      const known = { config: this.#discover(), until: now + known_for_ms };
      this.#known = known;
      known.config.catch(() => {
        if (this.#known === known) this.#known = null;
      });
    }
    return await this.#known.config.catch((cause: Error) => {
      this.#settings.onError(cause);
      throw problem('provider_away', {}, 409);
    });
  }

  async #discover(): Promise<Configuration> {
    const openid = await library();
    const { issuer, client_id, client_secret } = this.#settings;
    const url = new URL(issuer);
    const [basic, post] = [
      openid.ClientSecretBasic(client_secret),
      openid.ClientSecretPost(client_secret),
    ] as const;
    const config = await openid.discovery(
      url,
      client_id,
      undefined,
      (server, client, body, headers) => {
        const ways = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
        return (ways.includes('client_secret_basic') ? basic : post)(server, client, body, headers);
      },
      {
        timeout: timeout_s,
        execute: [
          // Signatures are checked although the token comes over a way of our own.
          openid.enableNonRepudiationChecks,
          ...(isLoopback(url) ? [openid.allowInsecureRequests] : []),
        ],
      },
    );
    this.#leave =
      config.serverMetadata().end_session_endpoint === undefined
        ? null
        : openid.buildEndSessionUrl(config).href;
    return config;
  }
}

/** Nothing came, or nothing that a working provider sends. */
const away = [
  'OAUTH_TIMEOUT',
  'OAUTH_ABORT',
  'OAUTH_RESPONSE_IS_NOT_CONFORM',
  'OAUTH_RESPONSE_IS_NOT_JSON',
  'OAUTH_PARSE_ERROR',
  'OAUTH_WWW_AUTHENTICATE_CHALLENGE',
];

/** A refusal by the person or the provider, an answer that is not to be trusted, or none. */
function meaningOf(cause: Error): ProblemError {
  const { code = '', error = '' } = cause as Error & { code?: string; error?: string };
  if (code === 'OAUTH_AUTHORIZATION_RESPONSE_ERROR') return problem('provider_declined');
  const unreached = cause instanceof TypeError && cause.cause !== undefined;
  const refuses_us = code === 'OAUTH_RESPONSE_BODY_ERROR' && error !== 'invalid_grant';
  if (unreached || refuses_us || away.includes(code)) return problem('provider_away', {}, 409);
  return problem('provider_refused');
}
