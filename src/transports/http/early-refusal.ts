import type { IncomingMessage } from 'node:http';

const METHODS: readonly (string | undefined)[] = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

/** The status for a request of which not even the body is read; null for any other. */
export const earlyRefusal = ({ method, headers }: Pick<IncomingMessage, 'method' | 'headers'>): 405 | 415 | null => {
  // The rest cannot be carried by a web request at all.
  if (!METHODS.includes(method)) return 405;
  // A small compressed body may be a huge one.
  const coding = headers['content-encoding'] ?? 'identity';
  return coding.toLowerCase() === 'identity' ? null : 415;
};
