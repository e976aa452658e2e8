import { hostname, networkInterfaces } from 'node:os';

const LOOPBACK = ['127.0.0.1', 'localhost', '::1', '[::1]'];
const ANY = ['0.0.0.0', '::'];

export const isLoopback = (host: string): boolean => LOOPBACK.includes(host);

/** As it stands in a URL and in a Host header. */
export const inUrl = (host: string): string => (host.includes(':') && !host.startsWith('[') ? `[${host}]` : host);

/** Names under which a request may ask for this server: a name that somebody else points here is refused. */
export const allowedHosts = (host: string, named: readonly string[]): string[] => {
  if (isLoopback(host)) return [...LOOPBACK.map(inUrl), ...named];
  const own = ANY.includes(host) ? [hostname(), ...addresses()] : [host];
  return [...new Set([...LOOPBACK, ...own].map(inUrl)), ...named];
};

const addresses = (): string[] =>
  Object.values(networkInterfaces()).flatMap((all) => (all ?? []).map(({ address }) => address));
