import { describeDirectory } from '../../contracts/directory.ts';
import { openTestStore } from '../../support/open-test-store.ts';

describeDirectory('sqlite', () => openTestStore());
