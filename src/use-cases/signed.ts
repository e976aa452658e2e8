import type { Signature } from '../domain/audit.ts';
import { actingRole, type Role } from '../domain/principal.ts';
import type { Caller, Services } from './services.ts';

export const signatureOf = ({ principal, project }: Caller, verb: string, role?: Role): Signature => ({
  actor: principal.name,
  role: role ?? (principal.roles.length === 0 ? 'reader' : actingRole(principal)),
  ...(principal.credential === undefined ? {} : { credential: principal.credential }),
  verb,
  project,
});

/** The same services, whose every write is noted as this caller's, who asked for `verb`; by default in their least role. */
export const signed = (services: Services, caller: Caller, verb: string, role?: Role): Services => {
  const own = signatureOf(caller, verb, role);
  return {
    ...services,
    unitOfWork: {
      write: (work, signature = own) => services.unitOfWork.write(work, signature),
      compact: () => services.unitOfWork.compact(),
    },
  };
};
