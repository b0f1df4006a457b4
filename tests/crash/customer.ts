import { createHash } from 'node:crypto';
import { close, open } from '@axent/functions/contract';
import { Outbox } from '@axent/messages/server';
import { correct, holdings } from '@axent/privacy/contract';
import { Visitor } from '../visitor.ts';

/** What is known of one series of writes: those that were acknowledged, and one that may or may not have counted. */
export interface Series<V> {
  readonly acknowledged: V[];
  /** Sent, and never answered. */
  doubt: V | null;
}

const language = 'en';

/**
 * A person at a browser who opens, closes and corrects, one write after the other, and remembers every one that was
 * acknowledged.
 */
export class Customer extends Visitor {
  readonly email: string;
  /** Function → true for each opening, false for each closing. */
  readonly openings = new Map<string, Series<boolean>>();
  readonly phones: Series<string> = { acknowledged: [], doubt: null };
  readonly #base: string;
  /** Two browsers of one person must not correct the same field: the last one would be anybody's guess. */
  readonly corrects: boolean;
  #contact = '';
  #notice = '';
  #words: Readonly<Record<string, string>> = {};
  #turn = 0;
  #earlierCode: string | null = null;

  /** `address` stands in for the network address, since calls without a session are limited by address. */
  constructor(base: string, email: string, address: string, corrects: boolean) {
    super(base, new Outbox(Date.now));
    this.#base = base;
    this.email = email;
    this.headers = { 'x-forwarded-for': address };
    this.corrects = corrects;
  }

  /** Key of the session in the database. */
  get tokenHash(): Buffer {
    return createHash('sha256')
      .update(this.cookies.get('axent-session') ?? '')
      .digest();
  }

  /** Whether a write of this customer was sent and never answered. */
  get doubts(): boolean {
    return [...this.openings.values(), this.phones].some(({ doubt }) => doubt !== null);
  }

  /** Accepts the notice, signs in by mail, and looks at what there is to write. */
  async arrive(functions: readonly string[]): Promise<void> {
    await this.accept(language);
    this.#earlierCode = await this.#newestCode(this.email);
    await this.signIn(this.email);
    const notice = await this.fetch<{ version: { hash: string }; prompt_hashes: Record<string, string> }>(
      `/api/notice?language=${language}`,
      {},
    );
    this.#notice = notice.body.version.hash;
    this.#words = notice.body.prompt_hashes;
    for (const name of functions) this.openings.set(name, { acknowledged: [], doubt: null });
    this.#contact = (await this.contact()).id;
  }

  /** Waits for a code that was not there before, on the page that plays the mailbox. */
  override async codeFor(email: string): Promise<string> {
    for (let tries = 0; tries < 200; tries++) {
      const code = await this.#newestCode(email);
      if (code !== null && code !== this.#earlierCode) return code;
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    throw new Error(`no mail came for ${email}`);
  }

  async #newestCode(email: string): Promise<string | null> {
    const page = await (await fetch(`${this.#base}/outbox`)).text();
    const mail = page.split('<article>').find((one) => one.includes(`>${email} `));
    return mail?.match(/\d{4} \d{4}/)?.[0] ?? null;
  }

  /** The contact that is held, as the privacy centre shows it. */
  async contact(): Promise<{
    readonly id: string;
    readonly email: string | null;
    readonly phone: string | null;
  }> {
    const { body } = await this.call(holdings, {});
    const item = body.holdings?.find(({ category }) => category === 'contact')?.items[0];
    if (item === undefined) throw new Error(`no contact is held for ${this.email}: ${JSON.stringify(body)}`);
    return { id: item.id, email: item.value.email ?? null, phone: item.value.phone ?? null };
  }

  /** One write. True: acknowledged. Throws, and leaves the write in doubt, when no answer came. */
  async write(): Promise<boolean> {
    this.#turn++;
    if (this.corrects && this.#turn % 3 === 0) return await this.#correct();
    const names = [...this.openings.keys()];
    return await this.#turnOver(names[this.#turn % names.length] ?? '');
  }

  async #correct(): Promise<boolean> {
    const phone = `+41 44 ${String(this.phones.acknowledged.length).padStart(7, '0')}`;
    const input = { place: 'app.contact.sealed', id: this.#contact, value: { phone } };
    return await this.#send(this.phones, phone, () => this.call(correct, input));
  }

  async #turnOver(name: string): Promise<boolean> {
    const series = this.openings.get(name);
    if (series === undefined) throw new Error(`there is no function ${name} to open`);
    const opens = !(series.acknowledged.at(-1) ?? false);
    const words = { language, hash: this.#notice, text_hash: this.#words[name] ?? '' } as const;
    return await this.#send(series, opens, () =>
      opens
        ? this.call(open, { function: name, ...words })
        : this.call(close, { function: name, by: 'person' }),
    );
  }

  async #send<V>(
    series: Series<V>,
    value: V,
    send: () => Promise<{ readonly status: number; readonly body: { readonly code?: string } }>,
  ): Promise<boolean> {
    series.doubt = value;
    const { status, body } = await send();
    // Our own fault or the database's: the write may stand all the same.
    if (status >= 500) return false;
    if (status !== 200) throw new Error(`a write was refused: ${status} ${body.code}`);
    series.acknowledged.push(value);
    series.doubt = null;
    return true;
  }
}

/**
 * Compares what stands with what was acknowledged: null when it fits, and then a write in doubt that turned out to
 * stand counts as acknowledged; else what is wrong.
 */
export function settle<V>(series: Series<V>, stands: readonly V[]): string | null {
  const { acknowledged, doubt } = series;
  const kept = acknowledged.every((value, at) => stands[at] === value);
  const extra = stands.slice(acknowledged.length);
  if (!kept) return `${acknowledged.length} acknowledged, ${stands.length} stand, not the same ones`;
  if (extra.length > (doubt === null ? 0 : 1) || (extra.length === 1 && extra[0] !== doubt)) {
    return `${acknowledged.length} acknowledged, ${stands.length} stand, more than were sent`;
  }
  acknowledged.push(...extra);
  series.doubt = null;
  return null;
}
