import { describeGuardNotes } from '../../contracts/guard-notes.ts';
import { openTestStore } from '../../support/open-test-store.ts';

describeGuardNotes('sqlite', () => openTestStore());
