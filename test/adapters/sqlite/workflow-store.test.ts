import { workflowStoreContract } from '../../contracts/workflow-store.ts';
import { openTestStore } from '../../support/open-test-store.ts';

workflowStoreContract(() => openTestStore());
