import { isLoopback } from './hosts.ts';

/**
 * Whether a request comes from a page of this very server, or from no page at all. On this machine the port counts, too:
 * what else listens there is a stranger. Behind a proxy the name does, because the proxy's port is not ours.
 */
export const ownOrigin = (
  origin: string | undefined,
  host: string | undefined,
  allowed: readonly string[],
): boolean => {
  if (origin === undefined) return true;
  if (!URL.canParse(origin)) return false;
  const page = new URL(origin);
  if (page.origin !== origin) return false;
  return page.host === host || (!isLoopback(page.hostname) && allowed.includes(page.hostname));
};
