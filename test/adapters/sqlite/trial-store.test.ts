import { describeTrialStore } from '../../contracts/trial-store.ts';
import { openTestStore } from '../../support/open-test-store.ts';

describeTrialStore('sqlite', () => openTestStore());
