import { HoneError } from '../../domain/error.ts';
import { type ReviewInput, reviewLesson } from '../../use-cases/review-lesson.ts';
import { type QueueItem, reviewQueue } from '../../use-cases/review-queue.ts';
import { askPerson, type Person } from './ask-person.ts';
import type { CliContext } from './context.ts';
import { stateWord } from './words/lesson-words.ts';
import { queueItem } from './words/queue-words.ts';

type Choice = 'accept' | 'edit' | 'merge' | 'reject' | 'dispute' | 'quarantine' | 'release' | 'skip' | 'leave';

const KEYS: Readonly<Record<Choice, string>> = {
  accept: 'a',
  edit: 'e',
  merge: 'm',
  reject: 'r',
  dispute: 'd',
  quarantine: 'q',
  release: 'l',
  skip: 's',
  leave: 'x',
};

/** Walks a person through the queue, one key a lesson. Leaving keeps what was decided. */
export const reviewOneByOne = async (context: CliContext, person: Person = askPerson(context)): Promise<void> => {
  const [services, caller, { output }] = [await context.services(), await context.caller(), context];
  const { items } = await reviewQueue(services, caller, {});
  if (items.length === 0) output.note('Nothing waits for review.');
  for (const [index, item] of items.entries()) {
    output.note(`\n${output.paint.dim(`${index + 1} of ${items.length}`)}\n${queueItem(output, item)}`);
    const choice = await person.key('What shall become of it?', choicesFor(item));
    if (choice === 'leave' || choice === null) return;
    if (choice === 'skip') continue;
    // Stored text is typed ahead for the person: it must not be able to press a key.
    const decision = await decisionOf(person, { ...item, rule: output.show(item.rule) }, choice);
    if (decision === null) continue;
    try {
      const after = await reviewLesson(services, caller, decision);
      output.note(`${after.lesson_id}  ${stateWord(output, after.state)}`);
    } catch (error) {
      // What this lesson refuses is said; the next one can still be decided.
      if (!(error instanceof HoneError)) throw error;
      output.note(`${error.code}: ${error.message} ${error.hint}`);
    }
  }
};

const choicesFor = (item: QueueItem): { key: string; value: Choice; label: string }[] => {
  const serves = item.state === 'provisional';
  const names: Choice[] =
    item.state === 'quarantined'
      ? ['release', 'reject']
      : [
          'accept',
          'edit',
          ...(item.similar.length > 0 ? (['merge'] as const) : []),
          'reject',
          ...(serves ? (['dispute'] as const) : []),
          'quarantine',
        ];
  return [...names, 'skip' as const, 'leave' as const].map((value) => ({ key: KEYS[value], value, label: value }));
};

/** Null: the person thought better of it. */
const decisionOf = async (
  person: Person,
  item: QueueItem,
  action: Exclude<Choice, 'skip' | 'leave'>,
): Promise<ReviewInput | null> => {
  const base = { action, lesson_id: item.lesson_id };
  if (action === 'edit') {
    const rule = await person.text('The rule:', item.rule);
    return rule === null ? null : { ...base, text: { rule } };
  }
  if (action === 'merge') {
    const into = await person.text('Into which lesson?', item.similar[0]?.lesson_id ?? '');
    return into === null ? null : { ...base, into };
  }
  if (action === 'reject' || action === 'dispute') {
    const reason = await person.text('Why?', '');
    return reason === null ? null : { ...base, reason };
  }
  return base;
};
