import { describeRunStore } from '../../contracts/run-store.ts';
import { openTestStore } from '../../support/open-test-store.ts';

describeRunStore('sqlite', () => openTestStore());
