import type { Page } from './page.ts';
import { lessonPage } from './pages/lesson.tsx';
import { lessonsPage } from './pages/lessons.tsx';
import { overviewPage } from './pages/overview.tsx';
import { reviewPage } from './pages/review.tsx';
import type { Visit } from './visit.ts';

/** Shows one address; `id` is what its `:id` stands for, else empty. @throws HoneError */
export type PageOf = (visit: Visit, id: string) => Promise<Page>;

/** Every page by its address. */
export const pages: readonly (readonly [string, PageOf])[] = [
  ['/', overviewPage],
  ['/review', reviewPage],
  ['/review/:id', reviewPage],
  ['/lessons', lessonsPage],
  ['/lessons/:id', lessonPage],
];
