/**
 * Promise: an address is public only if every router of the internet would say so, and what is connected to is the
 * very address that was looked at: a name that changes its mind in between gains nothing.
 */
import { lookup as lookUp, type LookupAddress, type LookupAllOptions } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';

/** All addresses of a host. */
export type Resolve = (
  host: string,
  options: LookupAllOptions,
  callback: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

export const resolve: Resolve = (host, options, callback) => lookUp(host, options, callback);

/** Networks of IPv4 that are not the public internet (IANA's registry of special purposes, and multicast). */
const reserved4 = [
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
  ['224.0.0.0', 3],
] as const;

/** Of IPv6 only 2000::/3 is given out, and of that not these; mapped and translated IPv4 lies outside of it or here. */
const reserved6 = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const;

const reserved = new BlockList();
for (const [network, prefix] of reserved4) reserved.addSubnet(network, prefix, 'ipv4');
for (const [network, prefix] of reserved6) reserved.addSubnet(network, prefix, 'ipv6');

const global6 = new BlockList();
global6.addSubnet('2000::', 3, 'ipv6');

export const isPublic = (address: string): boolean => {
  const family = isIP(address);
  if (family === 4) return !reserved.check(address, 'ipv4');
  return family === 6 && global6.check(address, 'ipv6') && !reserved.check(address, 'ipv6');
};

/** Why nothing was connected to. */
export class PrivateAddress extends Error {
  override readonly name = 'PrivateAddress';

  constructor(host: string) {
    super(`${host} lies in a private network`);
  }
}

/** For a request: looks the host up and hands on its addresses, or none if one of them may not be used. */
export const guardedLookup =
  (resolveAll: Resolve, mayBeUsed: (address: string) => boolean): LookupFunction =>
  (host, options, callback) =>
    resolveAll(host, { ...options, all: true }, (error, addresses) => {
      const [first] = addresses ?? [];
      if (error || first === undefined) callback(error ?? new Error(`${host} has no address`), '', 0);
      else if (!addresses.every(({ address }) => mayBeUsed(address)))
        callback(new PrivateAddress(host), '', 0);
      else if (options.all) callback(null, addresses);
      else callback(null, first.address, first.family);
    });

/** A host that is an address is never looked up. */
export const isPrivateLiteral = (hostname: string): boolean => {
  const address = hostname.replace(/^\[|\]$/g, '');
  return isIP(address) !== 0 && !isPublic(address);
};
