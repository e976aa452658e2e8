import { describeAuditLog } from '../../../contracts/audit-log.ts';
import { openTestStore } from '../../../support/open-test-store.ts';

describeAuditLog('sqlite', () => openTestStore());
