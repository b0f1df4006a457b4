import { lookup as resolveName } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';

const private_networks = new BlockList();
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const)
  private_networks.addSubnet(network, bits, 'ipv4');
/** The public part of IPv6; what is embedded in it (6to4, Teredo, NAT64) may lead anywhere. */
const public_ipv6 = new BlockList();
public_ipv6.addSubnet('2000::', 3, 'ipv6');
const embedding = new BlockList();
for (const [network, bits] of [
  ['2001::', 32],
  ['2001:db8::', 32],
  ['2002::', 16],
] as const)
  embedding.addSubnet(network, bits, 'ipv6');

export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !private_networks.check(address, 'ipv4');
  if (family !== 6) return false;
  return public_ipv6.check(address, 'ipv6') && !embedding.check(address, 'ipv6');
}

/** Where a push service may be: the operator's own (named with a port) anywhere, all others in public only. */
export interface Reach {
  readonly url: URL;
  readonly own: boolean;
}

/**
 * The endpoint, if it is one of an allowed service.
 * @param allowed hosts; `*.` begins any name below one; a host with a port is the operator's own.
 */
export function reachOf(endpoint: string, allowed: readonly string[]): Reach | null {
  if (endpoint.length > 1000 || !URL.canParse(endpoint)) return null;
  const url = new URL(endpoint);
  if (url.protocol !== 'https:' || url.username !== '' || url.password !== '') return null;
  const { hostname, host } = url;
  if (allowed.some((one) => one.includes(':') && one === host)) return { url, own: true };
  const known = allowed.some((one) =>
    one.startsWith('*.') ? hostname.endsWith(one.slice(1)) : one === hostname,
  );
  return known && url.port === '' && isIP(hostname.replace(/^\[|\]$/g, '')) === 0
    ? { url, own: false }
    : null;
}

/** Resolves a name and refuses it when any of its addresses is not public: what is checked is what is called. */
export const publicLookup: LookupFunction = (hostname, options, callback) => {
  resolveName(hostname, { ...options, all: true }, (error, addresses) => {
    if (error) return callback(error, '', 0);
    const list = addresses as { address: string; family: number }[];
    if (list.length === 0 || !list.every(({ address }) => isPublicAddress(address)))
      return callback(Object.assign(new Error('not public'), { code: 'EPRIVATE' }), '', 0);
    if (options.all) return callback(null, list as never, 0);
    const [first] = list;
    return callback(null, first?.address ?? '', first?.family ?? 0);
  });
};
