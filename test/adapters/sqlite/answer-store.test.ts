import { describeAnswerStore } from '../../contracts/answer-store.ts';
import { openTestStore } from '../../support/open-test-store.ts';

describeAnswerStore('sqlite', () => openTestStore());
