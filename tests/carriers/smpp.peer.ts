import type { AddressInfo } from 'node:net';
import smpp, { type Pdu, type Server, type Session } from 'smpp';

export interface Taken {
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
export type Mood =
  | 'takes'
  | 'throttles'
  | 'refuses'
  | 'is silent'
  | 'answers twice'
  | 'vanishes after taking'
  | 'never delivers';

export interface SmppPeer {
  mood: Mood;
  /** After so many more messages the connection is dropped. */
  drop_after: number;
  readonly taken: Taken[];
  readonly commands: string[];
  readonly answered: Pdu[];
  readonly url: string;
  /** The most that waited for their answer at once. */
  most_at_once: number;
  delay_ms: number;
  readonly receipt: (id: string, state: string) => void;
  readonly send: (fields: Readonly<Record<string, unknown>>) => void;
  readonly hangUp: () => void;
  readonly stop: () => Promise<void>;
  readonly start: () => Promise<void>;
}

const receipt_class = 4;

/** An SMSC that speaks SMPP 3.4 over a real socket. @param tls its key and certificate in PEM */
export async function smppPeer(tls?: { readonly key: string; readonly cert: string }): Promise<SmppPeer> {
  let server: Server | null = null;
  let port = 0;
  let number = 0;
  let at_once = 0;
  const bound = new Set<Session>();
  const peer: SmppPeer = {
    mood: 'takes',
    drop_after: Number.POSITIVE_INFINITY,
    taken: [],
    commands: [],
    answered: [],
    most_at_once: 0,
    delay_ms: 0,
    get url() {
      return `${tls ? 'smpps' : 'smpp'}://axent:secret@localhost:${port}`;
    },
    receipt: (id, state) =>
      peer.send({
        source_addr: '41790000000',
        destination_addr: 'AXENT',
        esm_class: receipt_class,
        short_message: `id:${id} sub:001 dlvrd:001 submit date:2611250000 done date:2611250001 stat:${state} err:${state === 'DELIVRD' ? '000' : '042'} text:`,
      }),
    send: (fields) => {
      for (const session of bound) session.deliver_sm(fields, (answer) => peer.answered.push(answer));
    },
    hangUp: () => {
      for (const session of bound) session.destroy();
    },
    start: async () => {
      const made = smpp.createServer(tls ?? {}, serve);
      made.on('error', () => undefined);
      await new Promise<void>((resolve) => made.listen(port, '127.0.0.1', () => resolve()));
      port = (made.address() as AddressInfo).port;
      server = made;
    },
    stop: async () => {
      const running = server;
      server = null;
      for (const session of bound) session.destroy();
      if (running !== null) await new Promise<void>((resolve) => running.close(() => resolve()));
    },
  };

  function serve(session: Session): void {
    session.on('error', () => session.destroy());
    session.on('close', () => bound.delete(session));
    session.on('pdu', (pdu: Pdu) => {
      if (pdu.isResponse()) return;
      peer.commands.push(pdu.command);
      if (pdu.command === 'bind_transceiver') {
        const right = pdu.system_id === 'axent' && pdu.password === 'secret';
        session.send(pdu.response(right ? {} : { command_status: smpp.errors.ESME_RINVPASWD }));
        if (right) bound.add(session);
      } else if (pdu.command === 'submit_sm') submit(session, pdu);
      else session.send(pdu.response());
    });
  }

  function submit(session: Session, pdu: Pdu): void {
    at_once += 1;
    peer.most_at_once = Math.max(peer.most_at_once, at_once);
    const { mood } = peer;
    if (mood === 'throttles' || mood === 'refuses') {
      at_once -= 1;
      const { ESME_RTHROTTLED, ESME_RINVDSTADR } = smpp.errors;
      const command_status = mood === 'throttles' ? ESME_RTHROTTLED : ESME_RINVDSTADR;
      session.send(pdu.response({ command_status }));
      return;
    }
    number += 1;
    const id = `m${number}`;
    peer.taken.push(takenOf(pdu, id));
    peer.drop_after -= 1;
    if (mood === 'vanishes after taking' || peer.drop_after <= 0) {
      peer.drop_after = Number.POSITIVE_INFINITY;
      at_once = 0;
      session.destroy();
      return;
    }
    if (mood === 'is silent') return;
    const answer = () => {
      at_once -= 1;
      session.send(pdu.response({ message_id: id }));
      if (mood === 'answers twice') session.send(pdu.response({ message_id: id }));
      if (mood === 'takes' && pdu.registered_delivery === 1) setTimeout(() => peer.receipt(id, 'DELIVRD'), 5);
    };
    if (peer.delay_ms > 0) setTimeout(answer, peer.delay_ms);
    else answer();
  }
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
