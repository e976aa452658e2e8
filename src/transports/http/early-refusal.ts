import type { IncomingMessage } from 'node:http';

const METHODS: readonly (string | undefined)[] = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];
/** Of two of them Node takes one, and whoever stands before this server may have checked the other. */
const ONCE: readonly string[] = ['authorization', 'host', 'origin', 'content-type', 'content-length'];

type Asked = Pick<IncomingMessage, 'method' | 'headers' | 'rawHeaders'>;

/** The status for a request of which not even the body is read; null for any other. */
export const earlyRefusal = ({ method, headers, rawHeaders }: Asked): 400 | 403 | 405 | 415 | null => {
  // The rest cannot be carried by a web request at all.
  if (!METHODS.includes(method)) return 405;
  if (comesTwice(rawHeaders)) return 400;
  // What is no name of a machine is none of this one, and no address could be made of it.
  if (!URL.canParse(`http://${headers.host ?? ''}`)) return 403;
  // A small compressed body may be a huge one.
  const coding = headers['content-encoding'] ?? 'identity';
  return coding.toLowerCase() === 'identity' ? null : 415;
};

/** `rawHeaders` are names and values by turns. */
const comesTwice = (rawHeaders: readonly string[]): boolean => {
  const names = rawHeaders.filter((_, index) => index % 2 === 0).map((name) => name.toLowerCase());
  return ONCE.some((name) => names.indexOf(name) !== names.lastIndexOf(name));
};
