export interface Message {
  readonly name: string;
  readonly bytes: string;
  /** Only its name looks like a length: the connection may go on. */
  readonly plain?: boolean;
}

const path = '/api/account/verify';
const hidden = (port: number) => `GET /health HTTP/1.1\r\nHost: localhost:${port}\r\n\r\n`;
const head = (port: number, ...lines: readonly string[]) =>
  [
    `POST ${path} HTTP/1.1`,
    `Host: localhost:${port}`,
    'Content-Type: application/json',
    ...lines,
    '',
    '',
  ].join('\r\n');

/** Two lengths, or a length and pieces, in both orders; what one reader takes for a body is a request for the other. */
export function mixed(port: number): Message[] {
  const next = hidden(port);
  const pieces = `0\r\n\r\n${next}`;
  const length = `Content-Length: ${pieces.length}`;
  const chunked = 'Transfer-Encoding: chunked';
  return [
    { name: 'CL.TE', bytes: head(port, length, chunked) + pieces },
    { name: 'TE.CL', bytes: head(port, chunked, 'Content-Length: 4') + `2\r\n{}\r\n${pieces}` },
    { name: 'CL.TE, short length', bytes: head(port, 'Content-Length: 5', chunked) + pieces },
    { name: 'CL 0 and TE', bytes: head(port, 'Content-Length: 0', chunked) + pieces },
    {
      name: 'two lengths',
      bytes: head(port, 'Content-Length: 2', `Content-Length: ${2 + next.length}`) + `{}${next}`,
    },
    {
      name: 'two lengths, turned',
      bytes: head(port, `Content-Length: ${2 + next.length}`, 'Content-Length: 2') + `{}${next}`,
    },
    { name: 'a list of lengths', bytes: `${head(port, 'Content-Length: 2, 7')}{}${next}` },
    {
      name: 'TE on HTTP/1.0',
      bytes: head(port, chunked, 'Content-Length: 2').replace('HTTP/1.1', 'HTTP/1.0') + pieces,
    },
  ];
}

/** Names of the encoding that one reader knows and another does not, each beside a length. */
export function encodings(port: number): Message[] {
  const next = hidden(port);
  const body = `0\r\n\r\n${next}`;
  const lines = [
    'Transfer-Encoding: xchunked',
    'Transfer-Encoding : chunked',
    'Transfer-Encoding: chunked, identity',
    'Transfer-Encoding: identity, chunked',
    'Transfer-Encoding:\tchunked',
    'Transfer-Encoding:\x0bchunked',
    ' Transfer-Encoding: chunked',
    'X: y\nTransfer-Encoding: chunked',
    'X: y\rTransfer-Encoding: chunked',
    'Transfer-Encoding\n: chunked',
    'Transfer-Encoding: chunk',
    'Transfer-Encoding: chunked;q=1',
    'Transfer-Encoding: "chunked"',
    'Transfer-Encoding: CHUNKED',
    'Transfer-encoding: cow\r\nTransfer-Encoding: chunked',
    'Transfer-Encoding: chunked\r\nTransfer-encoding: cow',
    'Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked',
    'Transfer-Encoding: gzip, chunked',
    'Transfer-Encoding: \u0000chunked',
    'Transfer-Encoding:\r\n chunked',
    'TRANSFER_ENCODING: chunked',
    'Transfer-Encoding: identity',
  ];
  return lines.map((line) => ({
    name: JSON.stringify(line),
    bytes: head(port, `Content-Length: ${body.length}`, line) + body,
    plain: line.startsWith('TRANSFER_'),
  }));
}

/** Messages that no reader should take. */
export function broken(port: number): Message[] {
  const host = `Host: localhost:${port}`;
  const lengths = ['+2', '-2', '0x2', '2 2', '2\t', '1e1', '99999999999999999999', '2;', '', ' ', '2.0', '٢'];
  const chunks = ['-1', '0x2', 'FFFFFFFFFFFFFFFFF', '2 ', 'g', '', '+2', '2\n'];
  const starts = [
    'GET\t/health HTTP/1.1',
    'GET /hea lth HTTP/1.1',
    'GET /health HTTP/1.2',
    'GET /health HTTP/9.9',
    'GET /health HTTQ/1.1',
    'GET /health',
    'G@T /health HTTP/1.1',
    ' GET /health HTTP/1.1',
    'GET /health HTTP/1.1\0',
    'GET /hea\0lth HTTP/1.1',
    'PRI * HTTP/2.0',
  ];
  const fields = [
    'X y: z',
    ': z',
    'X',
    'X\0: y',
    'X: y\0z',
    'X: a\r\n\tb\r\n: c',
    `Host: evil.example`,
    'X: y\rz',
    `X: ${'a'.repeat(20_000)}`,
    Array.from({ length: 3000 }, (_, n) => `X-${n}: y`).join('\r\n'),
  ];
  return [
    ...lengths.map((value) => ({
      name: `length ${JSON.stringify(value)}`,
      bytes: `${head(port, `Content-Length: ${value}`)}{}`,
    })),
    ...chunks.map((value) => ({
      name: `piece ${JSON.stringify(value)}`,
      bytes: `${head(port, 'Transfer-Encoding: chunked')}${value}\r\n{}\r\n0\r\n\r\n`,
    })),
    ...starts.map((value) => ({ name: JSON.stringify(value), bytes: `${value}\r\n${host}\r\n\r\n` })),
    ...fields.map((value) => ({
      name: JSON.stringify(value.slice(0, 30)),
      bytes: `GET /health HTTP/1.1\r\n${host}\r\n${value}\r\n\r\n`,
    })),
    { name: 'no host', bytes: 'GET /health HTTP/1.1\r\n\r\n' },
  ];
}
