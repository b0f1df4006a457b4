import smpp, { type Pdu, type Session } from 'smpp';

export interface LinkOptions {
  readonly host: string;
  readonly port: number;
  readonly system_id: string;
  readonly password: string;
  readonly system_type: string;
  /** Null: in the clear. `ca`: the only authorities that are trusted, in PEM; else the system's. */
  readonly tls: { readonly ca?: string } | null;
  readonly onDeliver: (pdu: Pdu) => void;
}

const connect_ms = 10_000;
const enquire_every_ms = 30_000;
const enquire_answer_ms = 10_000;
const first_back_off_ms = 500;
const longest_back_off_ms = 60_000;

/** What is wrong, without a word that could hold an address. */
function codeOf(error: Error & { code?: string }): string {
  return error.code !== undefined && /^[A-Z][A-Z0-9_]{2,50}$/.test(error.code) ? error.code : 'ESOCKET';
}

export class LinkDown extends Error {
  readonly code: string;

  constructor(code: string) {
    super(code);
    this.code = code;
  }
}

/**
 * A bound transceiver that comes back: opened when it is first needed, asked every half minute whether it lives, and
 * opened again after a pause that doubles from half a second to a minute.
 */
export class SmppLink {
  readonly #options: LinkOptions;
  #session: Session | null = null;
  #opening: Promise<Session> | null = null;
  #failures = 0;
  #not_before = 0;
  #last = 'ECLOSED';
  #closed = false;

  constructor(options: LinkOptions) {
    this.#options = options;
  }

  /** @throws LinkDown at once while it pauses between two attempts. */
  async session(): Promise<Session> {
    if (this.#closed) throw new LinkDown('ECLOSED');
    if (this.#session !== null) return this.#session;
    if (this.#opening === null && performance.now() < this.#not_before) throw new LinkDown(this.#last);
    this.#opening ??= this.#open().finally(() => {
      this.#opening = null;
    });
    return await this.#opening;
  }

  async close(): Promise<void> {
    this.#closed = true;
    const session = this.#session;
    this.#session = null;
    if (session === null) return;
    const ended = new Promise<void>((resolve) => {
      session.once('close', resolve);
      setTimeout(() => session.destroy(), 1_000).unref();
    });
    if (session.unbind({}, () => session.close())) await ended;
    else session.destroy();
  }

  async #open(): Promise<Session> {
    try {
      const session = await this.#bind();
      if (this.#closed) {
        session.destroy();
        throw new LinkDown('ECLOSED');
      }
      this.#failures = 0;
      this.#session = session;
      this.#watch(session);
      return session;
    } catch (error) {
      this.#last = error instanceof LinkDown ? error.code : codeOf(error as Error);
      const pause = Math.min(longest_back_off_ms, first_back_off_ms * 2 ** this.#failures);
      this.#failures += 1;
      this.#not_before = performance.now() + pause;
      throw new LinkDown(this.#last);
    }
  }

  #bind(): Promise<Session> {
    const { host, port, tls, system_id, password, system_type } = this.#options;
    return new Promise((resolve, reject) => {
      const session = smpp.connect({
        host,
        port,
        ...(tls === null ? {} : { tls: true, servername: host, minVersion: 'TLSv1.2', ...tls }),
      });
      session.setMaxListeners(0);
      const fail = (error: Error) => {
        clearTimeout(limit);
        session.destroy();
        reject(error);
      };
      const limit = setTimeout(() => fail(new LinkDown('ETIMEDOUT')), connect_ms);
      session.on('error', fail);
      session.on('close', () => fail(new LinkDown('ECONNRESET')));
      session.on(tls === null ? 'connect' : 'secureConnect', () => {
        session.bind_transceiver({ system_id, password, system_type, interface_version: 0x34 }, (answer) => {
          if (answer.command_status !== 0) return fail(new LinkDown(`BIND_${answer.command_status}`));
          clearTimeout(limit);
          session.removeAllListeners('close');
          return resolve(session);
        });
      });
    });
  }

  /** Answers what the other side asks, and notices when it is gone. */
  #watch(session: Session): void {
    const asking = setInterval(() => {
      const silent = setTimeout(() => session.destroy(), enquire_answer_ms);
      if (!session.enquire_link({}, () => clearTimeout(silent))) session.destroy();
    }, enquire_every_ms);
    session.on('close', () => {
      clearInterval(asking);
      if (this.#session === session) this.#session = null;
    });
    session.on('error', () => session.destroy());
    session.on('pdu', (pdu: Pdu) => {
      if (pdu.isResponse()) return;
      session.send(pdu.response());
      if (pdu.command === 'deliver_sm') this.#options.onDeliver(pdu);
      else if (pdu.command === 'unbind') session.close();
    });
  }
}
