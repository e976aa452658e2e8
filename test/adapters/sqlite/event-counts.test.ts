import { describeEventCounts } from '../../contracts/event-counts.ts';
import { openTestStore } from '../../support/open-test-store.ts';

describeEventCounts('sqlite', () => openTestStore());
