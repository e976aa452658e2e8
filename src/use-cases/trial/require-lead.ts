import { HoneError } from '../../domain/error.ts';
import { hasRole, type Principal, type Role } from '../../domain/principal.ts';

/** The role in which a lead acts. @throws HoneError FORBIDDEN for anyone but a person with the role lead. */
export const requireLead = (principal: Principal, what: string): Role => {
  if (principal.kind === 'person' && hasRole(principal, 'lead')) return 'lead';
  if (principal.kind === 'person' && hasRole(principal, 'admin')) return 'admin';
  throw new HoneError(
    'FORBIDDEN',
    `Only a person with the role lead may ${what}.`,
    'Ask a lead, who does it with `hone trial`.',
  );
};
