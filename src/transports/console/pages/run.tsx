/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */

import type { Lesson } from '../../../domain/lesson.ts';
import type { RunHistory } from '../../../ports/run-store.ts';
import { lessonFor } from '../../../use-cases/organisation/organisation-lesson.ts';
import { showRun } from '../../../use-cases/show-run.ts';
import type { Page } from '../page.ts';
import { Age } from '../parts/age.tsx';
import { OutcomePill } from '../parts/outcome-pill.tsx';
import { Stored } from '../parts/stored.tsx';
import type { Visit } from '../visit.ts';
import { momentsOf } from './run-moments.tsx';

/** What happened in one run, in the order of time. */
export const runPage = async (visit: Visit, id: string): Promise<Page> => {
  const history = await showRun(visit.services, visit.caller, { run: id });
  const lessons = await lessonsIn(visit, history);
  const { task, run } = history;
  const body = (
    <>
      <p class="crumbs">
        <a href={visit.href('/runs')}>Runs</a> / <code>{run.run_id}</code>
      </p>
      <article class="card lesson">
        <p class="meta">
          <OutcomePill outcome={history.outcomes.at(-1)} />{' '}
          {task.task_key === undefined ? null : <Stored text={`${task.task_key} · `} />}
          attempt {run.attempt} · <Age at={run.started_at} now={visit.services.clock.now()} />
        </p>
        <h1 class="rule">
          <Stored text={run.text} />
        </h1>
        <Facts history={history} />
      </article>
      <section>
        <h2>What happened</h2>
        <ol class="timeline">{momentsOf({ visit, history, lessons })}</ol>
      </section>
    </>
  );
  return { title: 'Run', place: 'runs', body };
};

/** Every lesson that the run's recalls, verdicts or corrections name, where this project has it. */
const lessonsIn = async (
  { services, caller }: Visit,
  { recalls, verdicts, corrections }: RunHistory,
): Promise<ReadonlyMap<string, Lesson>> => {
  const named = [
    ...recalls.flatMap(({ candidates }) => candidates.map(({ lesson_id }) => lesson_id)),
    ...verdicts.map(({ lesson_id }) => lesson_id),
    ...corrections.flatMap(({ lesson_id }) => (lesson_id === undefined ? [] : [lesson_id])),
  ];
  const found = new Map<string, Lesson>();
  for (const id of new Set(named)) {
    const lesson = await lessonFor(services.stores, caller.project, id);
    if (lesson !== null) found.set(id, lesson);
  }
  return found;
};

const ARMS = {
  memory: 'memory: it receives lessons',
  holdout: 'holdout: it receives none, to compare with',
} as const;

const Facts = ({ history: { task, run } }: { history: RunHistory }) => {
  const facts: readonly (readonly [string, string | undefined])[] = [
    ['Workflow', task.workflow],
    ['Agent', [run.agent, run.model].filter(Boolean).join(', ')],
    ['Started by', run.principal],
    ['Touches', run.paths.join('\n')],
    ['Could go wrong', run.aspects.join('\n')],
    ['Error met', run.error],
    ['Arm', task.arm === undefined ? undefined : ARMS[task.arm]],
  ];
  return (
    <dl class="parts">
      {facts.map(([label, text]) =>
        text === undefined || text === '' ? null : (
          <>
            <dt>{label}</dt>
            <dd>
              <Stored text={text} />
            </dd>
          </>
        ),
      )}
    </dl>
  );
};
