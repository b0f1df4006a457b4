import { requestCode, verifyCode } from '@axent/account/contract';
import { beginEnrolment, finishEnrolment, signInSecond } from '@axent/account/contract/entry';
import { open as openFunction } from '@axent/functions/contract';
import type { Contract, Input, Output } from '@axent/kernel/operation';
import type { Outbox, OutboxMail } from '@axent/messages/server';
import { accept, show } from '@axent/notice/contract';
import { TOTP } from 'otpauth';

type Language = 'en' | 'zh-CN' | 'de';

export interface Answer<B> {
  readonly status: number;
  readonly body: B & { readonly code?: string; readonly clause?: string; readonly detail?: string };
  readonly headers: Headers;
}

/** Eight digits, or a long code. */
const codePattern = /\b\d{4} \d{4}\b|\b(?:[0-9A-Z]{5}-){4}[0-9A-Z]{5}\b/;

/** Recovery codes of those who must take a second step, by address: what they wrote down. */
const written = new WeakMap<Outbox, Map<string, string[]>>();

/** What an authenticator app shows. @param at_ms the clock of the phone */
export function authenticatorCode(secret: string, at_ms: number): string {
  return new TOTP({ secret, digits: 6, period: 30 }).generate({ timestamp: at_ms });
}

/** A browser without a screen: keeps cookies, speaks the contracts over HTTP. */
export class Visitor {
  readonly cookies = new Map<string, string>();
  readonly #base: string;
  readonly #outbox: Outbox;
  readonly #clock: () => number;
  /** Sent with every request, for example `sec-gpc`. */
  headers: Record<string, string> = {};

  constructor(base: string, outbox: Outbox, clock: () => number = Date.now) {
    this.#base = base;
    this.#outbox = outbox;
    this.#clock = clock;
  }

  async call<C extends Contract>(contract: C, input: Input<C>, key?: string): Promise<Answer<Output<C>>> {
    if (contract.method === 'POST') return await this.post(contract.path, input, key);
    const query = new URLSearchParams();
    for (const [name, value] of Object.entries(input as object)) query.set(name, String(value));
    return await this.fetch(`${contract.path}?${query}`, {});
  }

  async post<B>(path: string, body: unknown, key: string = crypto.randomUUID()): Promise<Answer<B>> {
    const headers = { 'content-type': 'application/json', 'idempotency-key': key, origin: this.#base };
    return await this.fetch(path, { method: 'POST', headers, body: JSON.stringify(body) });
  }

  async fetch<B>(path: string, init: RequestInit): Promise<Answer<B>> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(this.#base + path, {
      ...init,
      headers: { cookie, ...this.headers, ...(init.headers as Record<string, string> | undefined) },
    });
    for (const line of response.headers.getSetCookie()) this.#keep(line);
    const text = await response.text();
    const json = response.headers.get('content-type')?.includes('json') ?? false;
    return { status: response.status, body: json ? JSON.parse(text) : text, headers: response.headers };
  }

  #keep(line: string): void {
    const [pair = ''] = line.split(';');
    const at = pair.indexOf('=');
    const [name, value] = [pair.slice(0, at), pair.slice(at + 1)];
    if (value === '' || /Max-Age=0/i.test(line)) this.cookies.delete(name);
    else this.cookies.set(name, value);
  }

  /** Reads the notice and accepts it. */
  async accept(language: Language = 'en'): Promise<this> {
    const { body } = await this.call(show, { language });
    const { version, text_hash, settings_hash } = body;
    const answer = await this.call(accept, { language, hash: version.hash, text_hash, settings_hash });
    if (answer.status !== 200) throw new Error(`accepting answered ${answer.body.code}`);
    return this;
  }

  /** Opens a function with the words of the notice in force. */
  async open(name: string, language: Language = 'en') {
    const { body } = await this.call(show, { language });
    const text_hash = body.prompt_hashes[name] ?? '';
    return await this.call(openFunction, { function: name, language, hash: body.version.hash, text_hash });
  }

  /** Signs in by a code to a phone. */
  async signInByPhone(phone: string): Promise<this> {
    const earlier = this.newestFor(phone);
    const asked = await this.call(requestCode, { phone, language: 'en' });
    if (asked.status !== 200) throw new Error(`asking for a code answered ${asked.body.code}`);
    const answer = await this.call(verifyCode, { phone, code: await this.codeFor(phone, earlier) });
    if (answer.status !== 200) throw new Error(`signing in answered ${answer.body.code}`);
    return this;
  }

  /** Signs in by mail code, as a person would; the notice must be accepted. */
  async signIn(email: string): Promise<this> {
    const earlier = this.newestFor(email);
    const asked = await this.call(requestCode, { email, language: 'en' });
    if (asked.status !== 200) throw new Error(`asking for a code answered ${asked.body.code}`);
    const answer = await this.call(verifyCode, { email, code: await this.codeFor(email, earlier) });
    if (answer.status !== 200) throw new Error(`signing in answered ${answer.body.code}`);
    // An earlier release knows of no second step.
    const owed = answer.body.second ?? [];
    if (owed.length > 0) await this.takeSecondStep(email, owed);
    return this;
  }

  /** The second step of an account: set up at the first time, from then on with what was written down. */
  async takeSecondStep(email: string, ways: readonly string[] = ['enrol']): Promise<this> {
    if (ways.includes('enrol')) {
      const { secret } = (await this.call(beginEnrolment, {})).body;
      const done = await this.call(finishEnrolment, { code: authenticatorCode(secret, this.#clock()) });
      if (done.status !== 200) throw new Error(`setting up the second step answered ${done.body.code}`);
      const codes = written.get(this.#outbox) ?? new Map<string, string[]>();
      written.set(this.#outbox, codes.set(email, [...done.body.recovery_codes]));
      return this;
    }
    const code = written.get(this.#outbox)?.get(email)?.pop() ?? '';
    const done = await this.call(signInSecond, { code });
    if (done.status !== 200) throw new Error(`the second step answered ${done.body.code}`);
    return this;
  }

  /** The newest mail to an address that holds a code; undefined: none came yet. */
  newestFor(email: string): OutboxMail | undefined {
    return this.#outbox.mails.find(
      (one) => one.to === email && codePattern.test(`${one.subject} ${one.text}`),
    );
  }

  /** The newest code in the mailbox of an address, later than `earlier`, waiting up to twenty seconds for it. */
  async codeFor(email: string, earlier?: OutboxMail): Promise<string> {
    for (let tries = 0; tries < 1000; tries++) {
      const mail = this.newestFor(email);
      const code = mail === undefined ? undefined : codePattern.exec(`${mail.subject} ${mail.text}`)?.[0];
      if (code !== undefined && mail !== earlier) return code;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    throw new Error(`no mail came for ${email}`);
  }
}
