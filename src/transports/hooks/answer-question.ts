import type { HookAnswer, HookQuestion } from '../../domain/capture/hook-answer.ts';
import { answerHook } from '../../use-cases/capture/answer-hook.ts';
import { sessionBrief } from '../../use-cases/capture/session-brief.ts';
import { runOfSession } from '../../use-cases/capture/session-run.ts';
import type { Caller, Services } from '../../use-cases/services.ts';
import { briefWords } from './brief-words.ts';
import { lessonWords } from './lesson-words.ts';

/** What a hook's agent should know now, in words. The same for a running server and for a hook on its own. */
export const answerQuestion = async (
  services: Services,
  caller: Caller,
  question: HookQuestion,
): Promise<HookAnswer> => {
  const { kind } = question.event;
  if (kind === 'session_start') return briefWords(await sessionBrief(services, caller, question));
  if (kind !== 'prompt' && kind !== 'tool_fail') return { text: '', shown: [] };
  const found = await answerHook(services, caller, question);
  const run = await runOfSession(services.stores, {
    project: question.project,
    principal: caller.principal.name,
    client: question.event.client,
    session: question.event.session,
  });
  const answer = found === null ? { text: '', shown: [] } : lessonWords(kind, found, run);
  return run === null ? answer : { ...answer, run };
};
