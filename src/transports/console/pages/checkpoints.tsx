/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import type { RunHistory } from '../../../ports/run-store.ts';
import { type ListedCheckpoint, listCheckpoints } from '../../../use-cases/list-checkpoints.ts';
import { showRun } from '../../../use-cases/show-run.ts';
import type { Page } from '../page.ts';
import { Age } from '../parts/age.tsx';
import { Empty } from '../parts/empty.tsx';
import { Form } from '../parts/form.tsx';
import { Stored } from '../parts/stored.tsx';
import type { Visit } from '../visit.ts';

interface Open {
  readonly checkpoint: ListedCheckpoint;
  readonly run: RunHistory | null;
}

const CLOSED_SHOWN = 20;
/** Only digits answer by a key; a question rarely has more options. */
const KEYS = 9;

/** What waits for me? The most urgent question first; the first one is answered by one key. */
export const checkpointsPage = async (visit: Visit): Promise<Page> => {
  const { items } = await listCheckpoints(visit.services, visit.caller, { all: true });
  const pending = items.filter((one) => one.status === 'pending');
  const open: Open[] = [];
  for (const checkpoint of pending.sort((a, b) => a.expires_at.localeCompare(b.expires_at))) {
    const run = await showRun(visit.services, visit.caller, { run: checkpoint.run_id }).catch(() => null);
    open.push({ checkpoint, run });
  }
  const closed = items.filter((one) => one.status !== 'pending').reverse();
  const body = (
    <>
      <header class="head">
        <h1>Checkpoints</h1>
        <p class="soft">{headline(open.length)}</p>
      </header>
      {open.length === 0 ? <NothingOpen any={items.length > 0} /> : null}
      {open.map((one, index) => (
        <Question visit={visit} open={one} first={index === 0} />
      ))}
      {closed.length === 0 ? null : (
        <Closed visit={visit} closed={closed.slice(0, CLOSED_SHOWN)} total={closed.length} />
      )}
    </>
  );
  return { title: 'Checkpoints', place: 'checkpoints', body };
};

const headline = (open: number): string => {
  if (open === 0) return 'Nothing waits for you.';
  return open === 1 ? 'One agent waits for an answer.' : `${open} agents wait for an answer.`;
};

const NothingOpen = ({ any }: { any: boolean }) => (
  <Empty title={any ? 'All answered' : 'No agent asked yet'}>
    <p>
      A workflow says what an agent may not decide alone. There it calls <code>request_checkpoint</code>, and the
      question waits here; when nobody answers in time, the run goes its fallback way.
    </p>
    <pre>
      <code>hone workflow export &gt; workflows.yaml</code>
    </pre>
  </Empty>
);

const RISKS = { low: 'quiet', medium: 'calm', high: 'bad' } as const;

const Question = ({ visit, open: { checkpoint, run }, first }: { visit: Visit; open: Open; first: boolean }) => {
  const now = visit.services.clock.now();
  return (
    <article class="card question">
      <p class="meta">
        <span class={`pill ${RISKS[checkpoint.risk]}`}>{checkpoint.risk} risk</span> for{' '}
        <Stored text={checkpoint.owner} /> · asked <Age at={checkpoint.asked_at} now={now} /> · expires{' '}
        <Age at={checkpoint.expires_at} now={now} />
      </p>
      <h2 class="rule">
        <Stored text={checkpoint.question} />
      </h2>
      {checkpoint.flags.length === 0 ? null : (
        <ul class="reasons">
          {checkpoint.flags.map((flag) => (
            <li class="bad">
              <Stored text={flag} />
            </li>
          ))}
        </ul>
      )}
      {run === null ? null : (
        <p class="soft">
          In the run{' '}
          <a href={visit.href(`/runs/${checkpoint.run_id}`)}>
            <Stored text={run.run.text} />
          </a>
          {run.run.paths.length === 0 ? null : <Stored text={` (${run.run.paths.join(', ')})`} />}
        </p>
      )}
      {visit.caller.principal.kind === 'person' ? (
        <Answers visit={visit} checkpoint={checkpoint} first={first} />
      ) : null}
    </article>
  );
};

const Answers = ({ visit, checkpoint, first }: { visit: Visit; checkpoint: ListedCheckpoint; first: boolean }) => {
  const address = `/checkpoints/${checkpoint.checkpoint_id}/answer`;
  const key = (index: number): string | undefined => (first && index < KEYS ? String(index + 1) : undefined);
  return (
    <div class="answers">
      {checkpoint.options.length === 0 ? null : (
        <Form visit={visit} action={address} class="decisions">
          {checkpoint.options.map((option, index) => (
            <button type="submit" name="answer" value={option} data-key={key(index)}>
              <Stored text={option} />
              {key(index) === undefined ? null : <kbd>{key(index)}</kbd>}
            </button>
          ))}
        </Form>
      )}
      <Form visit={visit} action={address} class="own">
        <label class="hidden" for={`answer-${checkpoint.checkpoint_id}`}>
          An answer in your words
        </label>
        <input
          id={`answer-${checkpoint.checkpoint_id}`}
          name="answer"
          maxlength={2000}
          required
          placeholder="or in your words"
          data-key={first ? 't' : undefined}
        />
        <button type="submit">Answer</button>
      </Form>
    </div>
  );
};

const Closed = ({ visit, closed, total }: { visit: Visit; closed: readonly ListedCheckpoint[]; total: number }) => (
  <section>
    <h2>Before</h2>
    <ol class="timeline">
      {closed.map((one) => (
        <li class={one.status === 'answered' ? 'right' : 'asks'}>
          <p>
            <a href={visit.href(`/runs/${one.run_id}`)}>
              <Stored text={one.question} />
            </a>
          </p>
          <p class="soft">
            {one.answer === undefined ? (
              'Nobody answered in time: the run went its fallback way.'
            ) : (
              <Stored text={`${one.answered_by ?? 'somebody'}: ${one.answer}`} />
            )}{' '}
            · <Age at={one.answered_at ?? one.expires_at} now={visit.services.clock.now()} />
          </p>
        </li>
      ))}
    </ol>
    {total > closed.length ? <p class="soft">and {total - closed.length} earlier ones</p> : null}
  </section>
);
