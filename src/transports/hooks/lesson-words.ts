import type { HookAnswer } from '../../domain/capture/hook-answer.ts';
import type { Id } from '../../domain/ids.ts';
import { tokenCount } from '../../domain/text/token-count.ts';
import type { FoundForHook } from '../../use-cases/capture/answer-hook.ts';
import { fenced, lessonBlock } from '../mcp/lesson-fence.ts';

const MOST_TOKENS = { prompt: 600, tool_fail: 400 } as const;
const HEAD = {
  prompt: 'The team has learned something about a task like this one.',
  tool_fail: 'The team has met an error like this one.',
} as const;

/** Lessons as facts, within the moment's budget; what does not fit is left out and recorded as not shown. */
export const lessonWords = (
  kind: 'prompt' | 'tool_fail',
  { lessons, recall }: FoundForHook,
  run: Id | null,
): HookAnswer => {
  for (let count = lessons.length; count > 0; count -= 1) {
    const said = lessons.slice(0, count);
    const text = [HEAD[kind], fenced(said.map(lessonBlock)), ...runLine(run)].join('\n');
    if (tokenCount(text) > MOST_TOKENS[kind]) continue;
    const shown = said.map((lesson) => lesson.lesson_id);
    return { text, shown, recall: { ...recall, candidates: withCut(recall.candidates, shown) } };
  }
  return { text: '', shown: [], recall: { ...recall, candidates: withCut(recall.candidates, []) } };
};

/** With it the agent's verdicts and corrections go to this very run. */
const runLine = (run: Id | null): string[] => (run === null ? [] : [`The run_id of this session is ${run}.`]);

const withCut = (
  candidates: FoundForHook['recall']['candidates'],
  shown: readonly string[],
): FoundForHook['recall']['candidates'] =>
  candidates.map((one) => (one.cut === undefined && !shown.includes(one.lesson_id) ? { ...one, cut: 'budget' } : one));
