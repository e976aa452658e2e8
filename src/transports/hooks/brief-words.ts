import type { HookAnswer } from '../../domain/capture/hook-answer.ts';
import { tokenCount } from '../../domain/text/token-count.ts';
import type { SessionBrief } from '../../use-cases/capture/session-brief.ts';
import { fenced, lessonBlock } from '../mcp/lesson-fence.ts';
import { storedText } from '../mcp/stored-text.ts';

const MOST_TOKENS = 800;
const MOST_CHECKPOINTS = 3;

/** What to know before a session, in at most 800 tokens; empty when there is nothing. */
export const briefWords = (brief: SessionBrief): HookAnswer => {
  for (let count = brief.lessons.length; count >= 0; count -= 1) {
    const said = brief.lessons.slice(0, count);
    const text = [...lessonsPart(brief, said), ...checkpointsPart(brief)].join('\n');
    if (tokenCount(text) <= MOST_TOKENS) return { text, shown: said.map((lesson) => lesson.lesson_id) };
  }
  return { text: '', shown: [] };
};

const lessonsPart = ({ project, total }: SessionBrief, said: SessionBrief['lessons']): string[] => {
  if (said.length === 0) return [];
  const count = said.length === total ? `${total}` : `${said.length} of ${total}`;
  return [
    `Hone keeps what people corrected in ${storedText(project)}: ${count} ${total === 1 ? 'lesson' : 'lessons'}, the most helpful first. More comes with the prompts that it fits.`,
    fenced(said.map(lessonBlock)),
  ];
};

const checkpointsPart = ({ checkpoints }: SessionBrief): string[] =>
  checkpoints.length === 0
    ? []
    : [
        `${checkpoints.length} ${checkpoints.length === 1 ? 'question waits' : 'questions wait'} for a person:`,
        ...checkpoints
          .slice(0, MOST_CHECKPOINTS)
          .map(
            ({ checkpoint_id, question, owner }) =>
              `- ${checkpoint_id} (${storedText(owner)}): ${storedText(question)}`,
          ),
      ];
