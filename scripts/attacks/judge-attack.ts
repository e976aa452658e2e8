import { isServed } from '../../src/domain/lesson-state.ts';
import { recallLessons } from '../../src/use-cases/recall-lessons.ts';
import type { Stage } from './attack-store.ts';
import type { Played } from './play-attack.ts';
import { type Attack, textsIn } from './read-attacks.ts';

export interface Judged {
  readonly attack: Attack;
  readonly met: boolean;
  readonly what: string;
  /** A lesson with the payload's words is in the store, in whatever state. */
  readonly stored: boolean;
  /** In a state that is served. */
  readonly deliverable: boolean;
  /** Recall by the payload's own words shows it. */
  readonly inTop: boolean;
}

/** Whether what must happen happened, and how far the text came. `before`: the lessons that there were. */
export const judgeAttack = async (
  stage: Stage,
  attack: Attack,
  played: readonly Played[],
  before: ReadonlySet<string>,
): Promise<Judged> => {
  const { items } = await stage.services.stores.lessons.list(stage.project, {});
  const added = items.filter((lesson) => !before.has(lesson.lesson_id));
  const served = added.filter((lesson) => isServed(lesson.state));
  const last = played.at(-1);
  const code = last?.code ?? null;
  const states = added.map((lesson) => lesson.state);
  const asked = textsIn(attack.payload).join(' ').slice(0, 3_000).trim();
  const recalled =
    added.length === 0 || asked === ''
      ? []
      : (
          await recallLessons(stage.services, stage.caller('agent-5'), { query: asked, limit: 10 }).catch(() => ({
            lessons: [],
          }))
        ).lessons;
  const inTop = recalled.some((lesson) => added.some((one) => one.lesson_id === lesson.lesson_id));
  const asks =
    attack.surface === 'query' || /"tool":"(?:start_task|recall_lessons)"/u.test(JSON.stringify(attack.payload));
  const masked = asks && code === null;
  const met = {
    reject:
      code !== null ||
      (masked && added.length === 0) ||
      (states.every((state) => state === 'quarantined') && added.length > 0),
    quarantine: code !== null || (added.length > 0 && states.every((state) => state === 'quarantined')),
    inert: served.length === 0 && !inTop,
    accept: code === null && states.every((state) => state === 'proposed'),
  }[attack.expect];
  return {
    attack,
    met,
    what: code ?? (states.length === 0 ? 'answered' : [...new Set(states)].join(', ')),
    stored: added.length > 0,
    deliverable: served.length > 0,
    inTop,
  };
};
