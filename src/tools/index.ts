import { getLessonTool } from './get-lesson.ts';
import { interventionTrendsTool } from './intervention-trends.ts';
import { lessonImpactTool } from './lesson-impact.ts';
import { proposeLessonTool } from './propose-lesson.ts';
import { recallLessonsTool } from './recall-lessons.ts';
import { recordCorrectionTool } from './record-correction.ts';
import { recordOutcomeTool } from './record-outcome.ts';
import { requestCheckpointTool } from './request-checkpoint.ts';
import { startTaskTool } from './start-task.ts';
import type { Tool } from './tool.ts';

/** All that an agent can ask, in the order in which it is listed. */
export const tools: readonly Tool[] = [
  startTaskTool,
  recallLessonsTool,
  recordCorrectionTool,
  recordOutcomeTool,
  proposeLessonTool,
  requestCheckpointTool,
  getLessonTool,
  interventionTrendsTool,
  lessonImpactTool,
];
