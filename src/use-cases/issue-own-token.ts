import { HoneError } from '../domain/error.ts';
import type { Principal } from '../domain/principal.ts';
import { tokenStatus } from '../domain/token.ts';
import type { CreatedToken } from './create-token.ts';
import type { Caller, Services } from './services.ts';
import { signed } from './signed.ts';

const DAYS = 30;
const DAY_MS = 86_400_000;
/** Machines that one person works at; the oldest token ends when there are more. */
const MOST_MACHINES = 10;

/** Beginning of the id of whoever an identity provider signed in. */
const SIGNED_IN = 'oidc_';
const MADE_BY = 'sign-in';

/**
 * Gives a person whom the identity provider signed in a token for the agents of one machine: their name and projects, an agent's rights
 * at most, and 30 days. So no machine keeps what opens more than that, and an admin can end it alone.
 *
 * @throws HoneError CONFLICT for whoever presents a token of this store: it cannot prolong itself
 */
export const issueOwnToken = async (services: Services, caller: Caller): Promise<CreatedToken> => {
  const { principal } = caller;
  if (principal.credential?.startsWith(SIGNED_IN) !== true) {
    throw new HoneError(
      'CONFLICT',
      'Only who signed in at the identity provider gets a token for their machine.',
      'Use the token that you have, or sign in.',
    );
  }
  const now = services.clock.now();
  const expires_at = new Date(Date.parse(now) + DAYS * DAY_MS).toISOString();
  const { secret, hash } = services.credentials.issue();
  const token_id = services.ids.next('token');
  const { name, projects } = principal;
  const role = roleOf(principal);
  await signed(services, caller, 'connect').unitOfWork.write(async ({ directory }) => {
    const before = (await directory.listTokens()).filter(
      (token) => token.name === name && token.created_by === madeBy(principal) && tokenStatus(token, now) === 'live',
    );
    for (const { token_id: old } of before.slice(0, Math.max(0, before.length + 1 - MOST_MACHINES))) {
      await directory.endToken(old, { at: now, by: MADE_BY });
    }
    const created_by = madeBy(principal);
    await directory.addToken({ token_id, name, role, projects, created_at: now, created_by, expires_at }, hash);
  });
  return { id: token_id, token: secret, for: name, role, projects, expires_at };
};

const roleOf = ({ roles }: Principal): 'agent' | 'reader' => (roles.length === 0 ? 'reader' : 'agent');

const madeBy = ({ name }: Principal): string => `${name} by ${MADE_BY}`;
