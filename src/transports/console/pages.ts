import type { Page } from './page.ts';
import { checkpointsPage } from './pages/checkpoints.tsx';
import { healthPage } from './pages/health.tsx';
import { lessonPage } from './pages/lesson.tsx';
import { lessonsPage } from './pages/lessons.tsx';
import { overviewPage } from './pages/overview.tsx';
import { projectsPage } from './pages/projects.tsx';
import { reviewPage } from './pages/review.tsx';
import { runPage } from './pages/run.tsx';
import { runsPage } from './pages/runs.tsx';
import { trialPage } from './pages/trial.tsx';
import { workflowsPage } from './pages/workflows.tsx';
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
  ['/runs', runsPage],
  ['/runs/:id', runPage],
  ['/checkpoints', checkpointsPage],
  ['/workflows', workflowsPage],
  ['/trials/:id', trialPage],
  ['/projects', projectsPage],
  ['/health', healthPage],
];
