import { describeEventRecord } from '../../contracts/event-record.ts';
import { openTestStore } from '../../support/open-test-store.ts';

describeEventRecord('sqlite', () => openTestStore());
