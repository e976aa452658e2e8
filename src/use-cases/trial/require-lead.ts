import { HoneError } from '../../domain/error.ts';
import { hasRole, type Principal } from '../../domain/principal.ts';

/** @throws HoneError FORBIDDEN for anyone but a person with the role lead. */
export const requireLead = (principal: Principal, what: string): void => {
  if (principal.kind === 'person' && hasRole(principal, 'lead', 'admin')) return;
  throw new HoneError(
    'FORBIDDEN',
    `Only a person with the role lead may ${what}.`,
    'Ask a lead, who does it with `hone trial`.',
  );
};
