import { once } from 'node:events';
import { type IncomingHttpHeaders, type IncomingMessage, request as plainRequest } from 'node:http';
import { request } from 'node:https';

export interface Answered {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  /** Header lines as they came, names in small letters: one that came twice is there twice. */
  readonly lines: readonly (readonly [string, string])[];
  readonly text: string;
}

export interface Asking {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
  /** Address from which it is asked. */
  readonly from?: string;
  /** In PEM; without it the way is not encrypted. */
  readonly authority?: string;
  /** The head only, with a body that can be read as it comes. */
  readonly streams?: (response: IncomingMessage) => Promise<void>;
}

/** One request on a connection of its own, so that it can come from any address of this machine. */
export async function ask(url: string, asking: Asking = {}): Promise<Answered> {
  const { method = 'GET', headers = {}, body, from = '127.0.0.2', authority, streams } = asking;
  const options = { method, headers, localAddress: from, agent: false, family: 4, timeout: 30_000 } as const;
  const sent =
    authority === undefined ? plainRequest(url, options) : request(url, { ...options, ca: authority });
  sent.on('timeout', () => sent.destroy(new Error('no answer came')));
  sent.end(body);
  const [response] = (await once(sent, 'response')) as [IncomingMessage];
  await streams?.(response);
  let text = '';
  for await (const chunk of response) text += chunk;
  const { rawHeaders } = response;
  const lines = rawHeaders.flatMap((name, index) =>
    index % 2 === 0 ? [[name.toLowerCase(), rawHeaders[index + 1] ?? ''] as const] : [],
  );
  return { status: response.statusCode ?? 0, headers: response.headers, lines, text };
}
