import type { AuditHead } from '../domain/audit.ts';
import type { Time } from '../domain/ids.ts';
import { requireRole } from './require-role.ts';
import type { Caller, Services } from './services.ts';

export interface AuditAnchor {
  readonly at: Time;
  readonly heads: readonly AuditHead[];
}

/**
 * The newest link of each chain, to be kept where whoever can write the store cannot.
 *
 * @throws HoneError FORBIDDEN for anyone but a lead or an admin.
 */
export const anchorAudit = async (services: Services, caller: Caller): Promise<AuditAnchor> => {
  requireRole(caller, 'anchor the audit', 'lead', 'admin');
  return { at: services.clock.now(), heads: await services.audit.heads() };
};
