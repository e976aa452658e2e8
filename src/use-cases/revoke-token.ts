import { notFound } from '../domain/error.ts';
import type { Id } from '../domain/ids.ts';
import { type ListedToken, listedToken } from './list-tokens.ts';
import { requireRole } from './require-role.ts';
import type { Caller, Services } from './services.ts';

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
  requireRole(caller, 'revoke a token', 'admin');
  return services.unitOfWork.write(async ({ directory }) => {
    const at = services.clock.now();
    await directory.endToken(input.token_id, { at, by: caller.principal.name });
    const token = await directory.findToken(input.token_id);
    if (token === null) throw notFound('token');
    return listedToken(token, at);
  });
};
