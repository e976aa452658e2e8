import { notFound } from '../domain/error.ts';
import type { Id } from '../domain/ids.ts';
import { type ListedToken, listedToken } from './list-tokens.ts';
import { requireRole } from './require-role.ts';
import type { Caller, Services } from './services.ts';
import { signed } from './signed.ts';

/**
 * Ends a token, from the next call on and in every process. One that had ended stays as it ended.
 *
 * @throws HoneError FORBIDDEN for anyone but an admin; NOT_FOUND.
 */
export const revokeToken = async (
  services: Services,
  caller: Caller,
  input: { token_id: Id },
): Promise<ListedToken> => {
  const role = requireRole(caller, 'revoke a token', 'admin');
  return signed(services, caller, 'revoke token', role).unitOfWork.write(async ({ directory }) => {
    const at = services.clock.now();
    await directory.endToken(input.token_id, { at, by: caller.principal.name });
    const token = await directory.findToken(input.token_id);
    if (token === null) throw notFound('token');
    return listedToken(token, at);
  });
};
