import type { Id } from '../domain/ids.ts';
import { type Token, type TokenStatus, tokenStatus } from '../domain/token.ts';
import { requireRole } from './require-role.ts';
import type { Caller, Services } from './services.ts';

export type ListedToken = Omit<Token, 'token_id' | 'name'> & {
  readonly id: Id;
  readonly for: string;
  readonly status: TokenStatus;
};

export const listedToken = ({ token_id, name, ...token }: Token, now: string): ListedToken => ({
  id: token_id,
  for: name,
  ...token,
  status: tokenStatus({ token_id, name, ...token }, now),
});

/**
 * Every token that was made, oldest first, without its secret, which nobody has.
 *
 * @throws HoneError FORBIDDEN for anyone but an admin.
 */
export const listTokens = async (
  services: Services,
  caller: Caller,
): Promise<{ items: ListedToken[]; total: number }> => {
  requireRole(caller, 'see the tokens', 'admin');
  const now = services.clock.now();
  const items = (await services.stores.directory.listTokens()).map((token) => listedToken(token, now));
  return { items, total: items.length };
};
