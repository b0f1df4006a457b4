import { setTimeout as sleep } from 'node:timers/promises';
import { type Carrier, CarrierFailure, type Receipt } from '@axent/kernel';
import smpp, { type Pdu, type Session } from 'smpp';
import { LinkDown, SmppLink } from './smpp.link.ts';
import { type DeliverSm, readReceipt } from './smpp.receipt.ts';
import { codeText, partHeader } from './smpp.text.ts';
import { Window } from './window.ts';

export interface SmppSettings {
  readonly id: string;
  /** `smpp://system:secret@host:2775`, or `smpps://` with TLS. */
  readonly url: string;
  /** Sender: up to 11 letters and digits, or a number. */
  readonly from: string;
  readonly system_type?: string;
  /** How many may wait for their answer at once. */
  readonly window?: number;
  /** How parts of a long text find each other: by their own header, in one payload, or by the carrier's segments. */
  readonly long?: 'udh' | 'payload' | 'sar';
  /** Authorities that are trusted instead of the system's, in PEM. */
  readonly ca?: string;
  /** How long an answer may take. */
  readonly answer_ms?: number;
}

const usual_answer_ms = 15_000;
const usual_window = 10;
/** A part behind others that were taken is not given up for a moment's throttling. */
const throttled_again_ms = 1_000;
const throttled_tries = 3;

const { ESME_RTHROTTLED, ESME_RMSGQFUL, ESME_RSYSERR, ESME_RINVBNDSTS, ESME_RINVDSTADR } = smpp.errors;
const throttled = new Set([ESME_RTHROTTLED, ESME_RMSGQFUL]);
const unwell = new Set([ESME_RSYSERR, ESME_RINVBNDSTS]);
const udh_indicator = 0x40;

/** Carries SMS to a carrier's SMSC by SMPP 3.4, with word of delivery. */
export function smppCarrier(settings: SmppSettings): Carrier {
  const { hostname, port, protocol, username, password } = new URL(settings.url);
  const secure = protocol === 'smpps:';
  const listeners: ((receipt: Receipt) => void)[] = [];
  const link = new SmppLink({
    host: hostname.replace(/^\[|\]$/g, ''),
    port: Number(port || (secure ? 3550 : 2775)),
    system_id: decodeURIComponent(username),
    password: decodeURIComponent(password),
    system_type: settings.system_type ?? '',
    tls: secure ? (settings.ca === undefined ? {} : { ca: settings.ca }) : null,
    onDeliver: (pdu) => {
      const receipt = readReceipt(pdu as unknown as DeliverSm);
      if (receipt !== null) for (const listener of listeners) listener(receipt);
    },
  });
  const window = new Window(settings.window ?? usual_window);
  const answer_ms = settings.answer_ms ?? usual_answer_ms;
  let reference = 0;
  return {
    id: settings.id,
    channel: 'sms',
    carry: async ({ to, text }) => {
      reference = (reference + 1) % 256;
      const parts = cut(text, settings.long ?? 'udh', reference);
      let last = '';
      for (const [place, part] of parts.entries()) {
        const fields = { ...addresses(settings.from, to), ...part, registered_delivery: 1 };
        last = await window.run(() => submit(link, fields, answer_ms, place > 0));
      }
      return { reference: last === '' ? null : last };
    },
    onReceipt: (listener) => {
      listeners.push(listener);
    },
    close: () => link.close(),
  };
}

function addresses(from: string, to: string): Readonly<Record<string, unknown>> {
  const numeric = /^\+?\d+$/.test(from);
  return {
    source_addr: from.replace('+', ''),
    source_addr_ton: numeric ? 1 : 5,
    source_addr_npi: numeric ? 1 : 0,
    destination_addr: to.replace('+', ''),
    dest_addr_ton: 1,
    dest_addr_npi: 1,
  };
}

/** The fields of each submit_sm that a text needs. */
function partsOf(text: string, long: 'udh' | 'payload' | 'sar', reference: number) {
  const { data_coding, parts } = codeText(text);
  const total = parts.length;
  if (total === 1) return [{ data_coding, short_message: parts[0] }];
  if (long === 'payload')
    return [{ data_coding, short_message: Buffer.alloc(0), message_payload: Buffer.concat(parts) }];
  return parts.map((part, place) =>
    long === 'udh'
      ? {
          data_coding,
          esm_class: udh_indicator,
          short_message: Buffer.concat([partHeader(reference, total, place + 1), part]),
        }
      : {
          data_coding,
          short_message: part,
          sar_msg_ref_num: reference,
          sar_total_segments: total,
          sar_segment_seqnum: place + 1,
        },
  );
}

/** A text that no phone puts together is nothing that another try would change. */
function cut(...text: Parameters<typeof partsOf>): ReturnType<typeof partsOf> {
  try {
    return partsOf(...text);
  } catch {
    throw new CarrierFailure('final', 'TOO_LONG');
  }
}

/** Answers the carrier's id of the part. @param committed earlier parts were taken already. */
async function submit(
  link: SmppLink,
  fields: Readonly<Record<string, unknown>>,
  answer_ms: number,
  committed: boolean,
): Promise<string> {
  for (let tries = 1; ; tries++) {
    const answer = await ask(await opened(link), fields, answer_ms);
    const { command_status: status } = answer;
    if (status === 0) return String(answer['message_id'] ?? '');
    const code = `SMPP_${status}`;
    if (status === ESME_RINVDSTADR) throw new CarrierFailure('final', code);
    if (!throttled.has(status)) throw new CarrierFailure(unwell.has(status) ? 'failed' : 'refused', code);
    if (!committed || tries === throttled_tries) throw new CarrierFailure('throttled', code);
    await sleep(throttled_again_ms);
  }
}

async function opened(link: SmppLink): Promise<Session> {
  try {
    return await link.session();
  } catch (error) {
    throw new CarrierFailure('failed', error instanceof LinkDown ? error.code : 'ESOCKET');
  }
}

/** A second answer to the same request finds nobody waiting. */
function ask(session: Session, fields: Readonly<Record<string, unknown>>, answer_ms: number): Promise<Pdu> {
  return new Promise((resolve, reject) => {
    const end = (work: () => void) => {
      clearTimeout(limit);
      session.off('close', gone);
      work();
    };
    const gone = () => end(() => reject(new CarrierFailure('unsure', 'ECONNRESET')));
    const limit = setTimeout(() => end(() => reject(new CarrierFailure('unsure', 'ETIMEDOUT'))), answer_ms);
    session.once('close', gone);
    if (!session.submit_sm(fields, (answer) => end(() => resolve(answer))))
      end(() => reject(new CarrierFailure('failed', 'EPIPE')));
  });
}
