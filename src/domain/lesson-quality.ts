import type { LessonText } from './lesson.ts';
import { saysWhatToDo } from './says-what-to-do.ts';

const ALWAYS = /^(always|every ?time|any(thing| task)?|all|immer|toujours|siempre|sempre)[.!]?$/iu;
/** A `when` reads like a title up to here. */
const TITLE_LENGTH = 120;

/** What would make a lesson easier to find and to trust. Advice only: a weak lesson is a proposal like any other. */
export const lessonAdvice = (text: Pick<LessonText, 'when' | 'rule' | 'why' | 'examples'>): string[] => {
  const advice: string[] = [];
  if (ALWAYS.test(text.when.trim())) advice.push('Its `when` fits every task: name the situation in which it matters.');
  if (text.when.length > TITLE_LENGTH)
    advice.push(`Its \`when\` is long: one situation in at most ${TITLE_LENGTH} characters is found best.`);
  if (text.rule.trim().split(/\s+/u).length < 3) advice.push('Its rule is very short: say what to do, and with what.');
  else if (!saysWhatToDo(text.rule)) advice.push('Its rule has no verb that says what to do: begin with one.');
  if (text.examples.length === 0) {
    advice.push(
      'Add 2 to 5 `examples`: tasks as someone would describe them before knowing the pitfall. They matter most for finding it.',
    );
  }
  return advice;
};
