import { describeOverrideStore } from '../../contracts/override-store.ts';
import { openTestStore } from '../../support/open-test-store.ts';

describeOverrideStore('sqlite', () => openTestStore());
