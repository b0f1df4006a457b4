import type { Contract, Input, Output } from './contract.ts';

/** A problem document (RFC 9457) as the server sent it. `code` is stable; `title` and `detail` are in the reader's language. */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly extra: Readonly<Record<string, unknown>>;
  constructor(status: number, body: Readonly<Record<string, unknown>>) {
    super(String(body.detail ?? body.title ?? body.code ?? status));
    this.status = status;
    this.code = String(body.code ?? 'unknown');
    this.title = String(body.title ?? '');
    this.detail = String(body.detail ?? '');
    this.extra = body;
  }
}

export interface CallOptions {
  /** The same key for a repeated try of the same write: it is done once. Made if absent, and kept until an answer came. */
  readonly idempotencyKey?: string;
  readonly signal?: AbortSignal;
  /** The language of problem documents. */
  readonly language?: string;
}

/** Writes whose answer never came, by operation and input: they may have been done. Tried again, they keep their key. */
const unanswered = new Map<string, string>();
const unanswered_at_most = 20;

function keepKey(write: string, key: string): void {
  if (unanswered.size >= unanswered_at_most) unanswered.delete(unanswered.keys().next().value ?? '');
  unanswered.set(write, key);
}

/** Calls an operation on this origin. Throws `Problem`; code `offline` (status 0) when nothing was reached. */
export async function call<C extends Contract>(
  contract: C,
  input: Input<C>,
  options: CallOptions = {},
): Promise<Output<C>> {
  const headers: Record<string, string> = { accept: 'application/json' };
  if (options.language) headers['accept-language'] = options.language;
  let url = contract.path;
  const write = `${contract.name} ${JSON.stringify(input)}`;
  const key = options.idempotencyKey ?? unanswered.get(write) ?? crypto.randomUUID();
  const request: RequestInit = { method: contract.method, headers, credentials: 'same-origin' };
  if (contract.method === 'GET') {
    const query = new URLSearchParams();
    for (const [name, value] of Object.entries(input as Record<string, unknown>))
      if (value !== undefined) query.set(name, String(value));
    if (query.size > 0) url += `?${query}`;
  } else {
    headers['content-type'] = 'application/json';
    if (contract.once === true) headers['idempotency-key'] = key;
    request.body = JSON.stringify(input);
  }
  if (options.signal) request.signal = options.signal;
  let response: Response;
  try {
    response = await fetch(url, request);
  } catch (cause) {
    if (contract.once === true) keepKey(write, key);
    if (options.signal?.aborted) throw cause;
    throw new Problem(0, { code: 'offline' });
  }
  unanswered.delete(write);
  const body = (await response.json().catch(() => ({ code: 'unreadable' }))) as Record<string, unknown>;
  if (!response.ok) throw new Problem(response.status, body);
  return body as Output<C>;
}
