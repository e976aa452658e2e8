import { HoneError } from '../domain/error.ts';
import { hasRole, type Role } from '../domain/principal.ts';
import type { Caller } from './services.ts';

/**
 * Refuses whoever is no person with one of the roles.
 *
 * @returns the role under which it is done.
 * @throws HoneError FORBIDDEN
 */
export const requireRole = ({ principal }: Caller, what: string, ...roles: readonly Role[]): Role => {
  const role = roles.find((one) => hasRole(principal, one));
  if (principal.kind === 'person' && role !== undefined) return role;
  throw new HoneError(
    'FORBIDDEN',
    `Only a person with the role ${roles.join(' or ')} may ${what}.`,
    'Present a token of such a person in HONE_TOKEN, or ask one.',
  );
};
