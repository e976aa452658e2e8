import { describeNoticeStore } from '../../contracts/notice-store.ts';
import { openTestStore } from '../../support/open-test-store.ts';

describeNoticeStore('sqlite', () => openTestStore());
