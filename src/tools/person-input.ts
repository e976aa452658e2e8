import * as z from 'zod';
import { citations, examples, list, name, note, notWhen, rule, scope, time, when, why } from './fields.ts';
import { recordCorrectionTool } from './record-correction.ts';

/** What only a person says, at the command line; checked like the input of a tool. */
export const flagInput = {
  input: recordCorrectionTool.input.extend({ not_when: notWhen.optional(), citations: citations.optional() }),
  example: recordCorrectionTool.example,
};

/** The parts of a lesson that a reviewer changes; absent ones stay. */
export const lessonChanges = {
  input: z.strictObject({
    when: when.exactOptional(),
    rule: rule.exactOptional(),
    not_when: notWhen.exactOptional(),
    why: why.exactOptional(),
    examples: examples.exactOptional(),
    scope: scope.exactOptional(),
  }),
  example: { rule: 'Use pnpm 9, not npm' },
};

/** A person's answer to a checkpoint. */
export const checkpointAnswer = {
  input: z.strictObject({ answer: note }),
  example: { answer: 'yes, but keep the old column' },
};

/** For whom a token is, and what it covers. */
export const tokenInput = {
  input: z.strictObject({ name, projects: list(name, 100), expires: time.optional() }),
  example: { name: 'ben', projects: ['app'] },
};

/** What a lead says around a trial. */
export const trialWords = {
  input: z.strictObject({
    workflow: name.exactOptional(),
    owner: name.exactOptional(),
    reason: note.exactOptional(),
    note: note.exactOptional(),
  }),
  example: { workflow: 'bugfix', owner: 'platform-team' },
};
