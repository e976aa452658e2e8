import type { AuditHead, AuditReport } from '../domain/audit.ts';
import { requireRole } from './require-role.ts';
import type { Caller, Services } from './services.ts';

/**
 * Whether everything in the store is as its events say, and every event as it was signed.
 *
 * @throws HoneError FORBIDDEN for anyone but a lead or an admin.
 */
export const verifyAudit = async (
  services: Services,
  caller: Caller,
  input: { readonly outside?: readonly AuditHead[] } = {},
): Promise<AuditReport> => {
  requireRole(caller, 'verify the audit', 'lead', 'admin');
  return services.audit.verify(input.outside ?? []);
};
