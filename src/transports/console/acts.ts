import { answerQuestion } from './acts/answer-question.ts';
import { decideLesson } from './acts/decide-lesson.ts';
import { endTrial } from './acts/end-trial.ts';
import { setStance, shareLesson } from './acts/share-lesson.ts';
import { undoDecision } from './acts/undo-decision.ts';
import type { Visit } from './visit.ts';

/** The fields of a form as they were sent. */
export type Form = Readonly<Record<string, unknown>>;

/** Does what a form asks for and says where to go then. @throws HoneError */
export type Act = (visit: Visit, form: Form, id: string) => Promise<string>;

/** Everything that can be changed here, by its address. */
export const acts: readonly (readonly [string, Act])[] = [
  ['/lessons/:id/decide', decideLesson],
  ['/lessons/:id/undo', undoDecision],
  ['/lessons/:id/share', shareLesson],
  ['/lessons/:id/stance', setStance],
  ['/checkpoints/:id/answer', answerQuestion],
  ['/trials/:id/end', endTrial],
];
