import { renderGetLesson } from './render/get-lesson.ts';
import { renderInterventionTrends } from './render/intervention-trends.ts';
import { renderLessonImpact } from './render/lesson-impact.ts';
import { renderProposeLesson } from './render/propose-lesson.ts';
import { renderRecallLessons } from './render/recall-lessons.ts';
import { renderRecordCorrection } from './render/record-correction.ts';
import { renderRecordOutcome } from './render/record-outcome.ts';
import { renderRequestCheckpoint } from './render/request-checkpoint.ts';
import { renderStartTask } from './render/start-task.ts';

/** The words for each tool's answer. Each takes what its own tool returns. */
export const RENDERERS: Readonly<Record<string, (result: never) => string>> = {
  start_task: renderStartTask,
  recall_lessons: renderRecallLessons,
  record_correction: renderRecordCorrection,
  record_outcome: renderRecordOutcome,
  propose_lesson: renderProposeLesson,
  request_checkpoint: renderRequestCheckpoint,
  get_lesson: renderGetLesson,
  intervention_trends: renderInterventionTrends,
  lesson_impact: renderLessonImpact,
};

/** Text that stands alone, for clients that show a model nothing else. */
export const renderResult = (tool: string, result: object): string => {
  const render = RENDERERS[tool];
  if (render === undefined) throw new Error('A tool has no words for its answer.');
  return render(result as never);
};
