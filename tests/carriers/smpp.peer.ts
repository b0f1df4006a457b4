import type { AddressInfo } from 'node:net';
import smpp, { type Pdu, type Server, type Session } from 'smpp';

interface Taken {
  readonly to: string;
  readonly from: string;
  readonly data_coding: number;
  readonly esm_class: number;
  readonly udh: readonly Buffer[];
  readonly text: string;
  readonly payload: string | null;
  readonly segment: readonly [number, number, number] | null;
  readonly id: string;
}

/** How the SMSC of a test behaves now. */
type Mood =
  | 'takes'
  | 'throttles'
  | 'refuses'
  | 'is silent'
  | 'answers twice'
  | 'vanishes after taking'
  | 'never delivers';

const receipt_class = 4;

/** An SMSC that speaks SMPP 3.4 over a real socket. */
export class SmppPeer {
  mood: Mood = 'takes';
  /** After so many more messages the connection is dropped. */
  drop_after = Number.POSITIVE_INFINITY;
  delay_ms = 0;
  /** The most that waited for their answer at once. */
  most_at_once = 0;
  readonly taken: Taken[] = [];
  readonly commands: string[] = [];
  readonly answered: Pdu[] = [];
  readonly #tls: { readonly key: string; readonly cert: string } | undefined;
  readonly #bound = new Set<Session>();
  #server: Server | null = null;
  #port = 0;
  #number = 0;
  #at_once = 0;

  constructor(tls?: { readonly key: string; readonly cert: string }) {
    this.#tls = tls;
  }

  get url(): string {
    return `${this.#tls ? 'smpps' : 'smpp'}://axent:secret@localhost:${this.#port}`;
  }

  receipt(id: string, state: string): void {
    const err = state === 'DELIVRD' ? '000' : '042';
    this.send({
      source_addr: '41790000000',
      destination_addr: 'AXENT',
      esm_class: receipt_class,
      short_message: `id:${id} sub:001 dlvrd:001 submit date:2611250000 done date:2611250001 stat:${state} err:${err} text:`,
    });
  }

  send(fields: Readonly<Record<string, unknown>>): void {
    for (const session of this.#bound) session.deliver_sm(fields, (answer) => this.answered.push(answer));
  }

  async start(): Promise<void> {
    const made = smpp.createServer(this.#tls ?? {}, (session) => this.#serve(session));
    made.on('error', () => undefined);
    await new Promise<void>((resolve) => made.listen(this.#port, '127.0.0.1', () => resolve()));
    this.#port = (made.address() as AddressInfo).port;
    this.#server = made;
  }

  async stop(): Promise<void> {
    const running = this.#server;
    this.#server = null;
    for (const session of this.#bound) session.destroy();
    if (running !== null) await new Promise<void>((resolve) => running.close(() => resolve()));
  }

  #serve(session: Session): void {
    session.on('error', () => session.destroy());
    session.on('close', () => this.#bound.delete(session));
    session.on('pdu', (pdu: Pdu) => {
      if (pdu.isResponse()) return;
      this.commands.push(pdu.command);
      if (pdu.command === 'bind_transceiver') this.#bind(session, pdu);
      else if (pdu.command === 'submit_sm') this.#submit(session, pdu);
      else session.send(pdu.response());
    });
  }

  #bind(session: Session, pdu: Pdu): void {
    const right = pdu.system_id === 'axent' && pdu.password === 'secret';
    session.send(pdu.response(right ? {} : { command_status: smpp.errors.ESME_RINVPASWD }));
    if (right) this.#bound.add(session);
  }

  #submit(session: Session, pdu: Pdu): void {
    const { mood } = this;
    if (mood === 'throttles' || mood === 'refuses') {
      const { ESME_RTHROTTLED, ESME_RINVDSTADR } = smpp.errors;
      session.send(
        pdu.response({ command_status: mood === 'throttles' ? ESME_RTHROTTLED : ESME_RINVDSTADR }),
      );
      return;
    }
    this.#at_once += 1;
    this.most_at_once = Math.max(this.most_at_once, this.#at_once);
    this.#number += 1;
    const id = `m${this.#number}`;
    this.taken.push(takenOf(pdu, id));
    this.drop_after -= 1;
    if (mood === 'vanishes after taking' || this.drop_after <= 0) {
      this.drop_after = Number.POSITIVE_INFINITY;
      this.#at_once = 0;
      session.destroy();
    } else if (mood !== 'is silent') setTimeout(() => this.#answer(session, pdu, id, mood), this.delay_ms);
  }

  #answer(session: Session, pdu: Pdu, id: string, mood: Mood): void {
    this.#at_once -= 1;
    session.send(pdu.response({ message_id: id }));
    if (mood === 'answers twice') session.send(pdu.response({ message_id: id }));
    if (mood === 'takes' && pdu.registered_delivery === 1) setTimeout(() => this.receipt(id, 'DELIVRD'), 5);
  }
}

/** @param tls its key and certificate in PEM */
export async function smppPeer(tls?: { readonly key: string; readonly cert: string }): Promise<SmppPeer> {
  const peer = new SmppPeer(tls);
  await peer.start();
  return peer;
}

function takenOf(pdu: Pdu, id: string): Taken {
  const message = pdu.short_message as { message: unknown; udh?: readonly Buffer[] };
  const payload = pdu.message_payload as { message: unknown } | undefined;
  const segment =
    pdu.sar_total_segments === undefined
      ? null
      : ([pdu.sar_msg_ref_num, pdu.sar_total_segments, pdu.sar_segment_seqnum] as [number, number, number]);
  return {
    to: String(pdu.destination_addr),
    from: String(pdu.source_addr),
    data_coding: Number(pdu.data_coding),
    esm_class: Number(pdu.esm_class),
    udh: message.udh ?? [],
    text: String(message.message),
    payload: payload === undefined ? null : String(payload.message),
    segment,
    id,
  };
}
