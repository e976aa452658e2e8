import { describeLessonStore } from '../../contracts/lesson-store.ts';
import { describeLessonIsolation } from '../../contracts/lesson-store-isolation.ts';
import { openTestStore } from '../../support/open-test-store.ts';

describeLessonStore('sqlite', () => openTestStore());
describeLessonIsolation('sqlite', () => openTestStore());
