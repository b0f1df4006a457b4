import type { Receipt } from '@axent/kernel';

/** The parts of a deliver_sm that tell of a delivery. */
export interface DeliverSm {
  readonly esm_class: number;
  readonly short_message?: { readonly message?: unknown };
  readonly message_payload?: { readonly message?: unknown };
  readonly receipted_message_id?: string;
  readonly message_state?: number;
}

const receipt_class = 0x04;
const receipt_mask = 0x3c;

/** By number (SMPP 3.4, 5.2.28). */
const states = ['', 'ENROUTE', 'DELIVRD', 'EXPIRED', 'DELETED', 'UNDELIV', 'ACCEPTD', 'UNKNOWN', 'REJECTD'];

function textOf(pdu: DeliverSm): string {
  const message = pdu.short_message?.message ?? pdu.message_payload?.message ?? '';
  return Buffer.isBuffer(message) ? message.toString('latin1') : String(message);
}

/** Null: no receipt, or one that only says that the message is still on its way. */
export function readReceipt(pdu: DeliverSm): Receipt | null {
  if ((pdu.esm_class & receipt_mask) !== receipt_class) return null;
  const text = textOf(pdu);
  const reference = pdu.receipted_message_id?.replace(/\0+$/, '') || /\bid:(\S{1,64})/i.exec(text)?.[1];
  const state =
    (pdu.message_state === undefined ? undefined : states[pdu.message_state]) ||
    /\bstat:([A-Z]{1,10})/i.exec(text)?.[1]?.toUpperCase();
  if (reference === undefined || state === undefined || state === 'ENROUTE') return null;
  if (state === 'DELIVRD' || state === 'ACCEPTD') return { reference, state: 'delivered', code: state };
  const error = /\berr:(\w{1,8})/i.exec(text)?.[1];
  return { reference, state: 'failed', code: error === undefined ? state : `${state} ${error}` };
}
