import { describeLessonSearch } from '../../contracts/lesson-search.ts';
import { openTestStore } from '../../support/open-test-store.ts';

describeLessonSearch('sqlite', () => openTestStore());
