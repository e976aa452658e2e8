/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import type { OutcomeRecord, Run, Task } from '../../../domain/run.ts';
import { listRuns } from '../../../use-cases/list-runs.ts';
import { showRun } from '../../../use-cases/show-run.ts';
import type { Page } from '../page.ts';
import { Age } from '../parts/age.tsx';
import { Empty } from '../parts/empty.tsx';
import { OutcomePill } from '../parts/outcome-pill.tsx';
import { Pager, pageNumber } from '../parts/pager.tsx';
import { Stored } from '../parts/stored.tsx';
import type { Visit } from '../visit.ts';
import { runPage } from './run.tsx';

const SIZE = 30;
const LONGEST_KEY = 200;

interface Listed {
  readonly task: Task;
  readonly run: Run;
  readonly outcome?: OutcomeRecord;
}

/** What happened? Every run, the newest first; a key or an id goes straight to it. */
export const runsPage = async (visit: Visit): Promise<Page> => {
  const key = visit.query('key')?.trim().slice(0, LONGEST_KEY) ?? '';
  const found = key === '' ? null : await showRun(visit.services, visit.caller, { run: key }).catch(() => null);
  if (found !== null) return runPage(visit, found.run.run_id);
  const page = pageNumber(visit);
  const { items, total } = await listRuns(visit.services, visit.caller, { limit: SIZE, offset: (page - 1) * SIZE });
  const body = (
    <>
      <header class="head">
        <h1>Runs</h1>
        <p class="soft">{total === 0 ? 'None yet.' : `${total} ${total === 1 ? 'run' : 'runs'}, the newest first.`}</p>
      </header>
      {total === 0 ? <NoRuns visit={visit} /> : <Find visit={visit} text={key} />}
      {key === '' ? null : (
        <p class="note warn" role="alert">
          No run and no task has the key “<Stored text={key} />
          ”.
        </p>
      )}
      {items.length === 0 ? null : (
        <ul class="rows">
          {items.map((one) => (
            <li>
              <RunRow visit={visit} listed={one} />
            </li>
          ))}
        </ul>
      )}
      <Pager visit={visit} path="/runs" page={page} size={SIZE} total={total} />
    </>
  );
  return { title: 'Runs', place: 'runs', body };
};

const Find = ({ visit, text }: { visit: Visit; text: string }) => (
  <search>
    <form method="get" action="/runs" class="search short">
      {visit.query('project') === undefined ? null : (
        <input type="hidden" name="project" value={visit.caller.project} />
      )}
      <label>
        <span>Key of a task, or id of a run</span>
        <input type="search" name="key" value={text} placeholder="APP-7" data-key="/" />
      </label>
      <button type="submit">Open</button>
    </form>
  </search>
);

const NoRuns = ({ visit }: { visit: Visit }) => (
  <Empty title="No agent was here yet">
    <p>
      A run begins when an agent calls <code>start_task</code>: the first thing that Hone asks of it. The{' '}
      <a href={visit.href('/')}>overview</a> has the configuration for each client.
    </p>
    <p>
      To look around with data: <code>hone demo</code>, or bring in a history with{' '}
      <code>hone import runs.jsonl --format events</code>.
    </p>
  </Empty>
);

const RunRow = ({ visit, listed: { task, run, outcome } }: { visit: Visit; listed: Listed }) => (
  <a class="row" href={visit.href(`/runs/${run.run_id}`)}>
    <span class="line strong">
      <Stored text={run.text} />
    </span>
    <span class="meta">
      <OutcomePill outcome={outcome} /> {task.task_key === undefined ? null : <Stored text={`${task.task_key} · `} />}
      <Stored text={task.workflow} />
      {run.attempt > 1 ? ` · attempt ${run.attempt}` : ''}
      {run.agent === undefined ? null : <Stored text={` · ${run.agent}`} />} ·{' '}
      <Age at={run.started_at} now={visit.services.clock.now()} />
    </span>
  </a>
);
