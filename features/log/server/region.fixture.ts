/** Writes small files in MaxMind DB format 2.0 (maxmind.github.io/MaxMind-DB), IPv4 only, for tests. */

type Value = string | number | readonly Value[] | { readonly [key: string]: Value };

const marker = Buffer.concat([Buffer.from([0xab, 0xcd, 0xef]), Buffer.from('MaxMind.com')]);
const types = { string: 2, uint16: 5, map: 7, array: 11 } as const;

function head(type: number, size: number): Buffer {
  if (size >= 29) return Buffer.from(type <= 7 ? [(type << 5) | 29, size - 29] : [29, type - 7, size - 29]);
  return Buffer.from(type <= 7 ? [(type << 5) | size] : [size, type - 7]);
}

function encoded(value: Value): Buffer {
  if (typeof value === 'string') {
    const text = Buffer.from(value);
    return Buffer.concat([head(types.string, text.length), text]);
  }
  if (typeof value === 'number')
    return Buffer.concat([head(types.uint16, 2), Buffer.from([value >> 8, value & 255])]);
  if (Array.isArray(value))
    return Buffer.concat([head(types.array, value.length), ...value.map((one: Value) => encoded(one))]);
  const entries = Object.entries(value as Readonly<Record<string, Value>>);
  return Buffer.concat([
    head(types.map, entries.length),
    ...entries.flatMap(([key, one]) => [encoded(key), encoded(one)]),
  ]);
}

/** `null`: nothing is known; a number: another node; otherwise where its data begins. */
type Branch = { node: number } | { data: number } | null;

/** A file that knows these networks (`8.8.8.0/24` → data). */
export function regionFile(networks: Readonly<Record<string, Value>>): Buffer {
  const nodes: [Branch, Branch][] = [[null, null]];
  const data: Buffer[] = [];
  for (const [network, value] of Object.entries(networks)) {
    const [address = '', bits = '32'] = network.split('/');
    const number = address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
    const at = Buffer.concat(data).length;
    data.push(encoded(value));
    let node = 0;
    for (let bit = 0; bit < Number(bits); bit++) {
      const side = Math.floor(number / 2 ** (31 - bit)) % 2;
      const own = nodes[node] as [Branch, Branch];
      if (bit === Number(bits) - 1) own[side] = { data: at };
      else {
        let next = own[side];
        if (next === null || next === undefined || 'data' in next) {
          next = { node: nodes.push([null, null]) - 1 };
          own[side] = next;
        }
        node = next.node;
      }
    }
  }
  const record = (branch: Branch): Buffer => {
    const value =
      branch === null ? nodes.length : 'node' in branch ? branch.node : nodes.length + 16 + branch.data;
    return Buffer.from([value >> 16, (value >> 8) & 255, value & 255]);
  };
  const metadata = {
    binary_format_major_version: 2,
    binary_format_minor_version: 0,
    build_epoch: 1,
    database_type: 'GeoLite2-City',
    description: { en: 'test' },
    ip_version: 4,
    languages: ['en'],
    node_count: nodes.length,
    record_size: 24,
  };
  return Buffer.concat([...nodes.flat().map(record), Buffer.alloc(16), ...data, marker, encoded(metadata)]);
}
