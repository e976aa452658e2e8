/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import type { Workflow } from '../../../domain/workflow.ts';
import { type ListedWorkflows, listWorkflows } from '../../../use-cases/list-workflows.ts';
import { listTrials, type TrialReport } from '../../../use-cases/trial/report-trial.ts';
import { headlineOf } from '../../cli/trial-report.ts';
import type { Page } from '../page.ts';
import { Age } from '../parts/age.tsx';
import { Empty } from '../parts/empty.tsx';
import { Scroll } from '../parts/scroll.tsx';
import { Stored } from '../parts/stored.tsx';
import type { Visit } from '../visit.ts';

/** Who owns what, and is the trial a keep? */
export const workflowsPage = async (visit: Visit): Promise<Page> => {
  const [listed, trials] = await Promise.all([
    listWorkflows(visit.services, visit.caller, {}),
    listTrials(visit.services, visit.caller, {}),
  ]);
  const body = (
    <>
      <header class="head">
        <h1>Workflows & trials</h1>
        <p class="soft">
          <Applied visit={visit} listed={listed} />
        </p>
      </header>
      <Trials visit={visit} trials={trials.items} />
      {listed.version === 0 ? <Declare /> : null}
      {listed.items.map((workflow) => (
        <OneWorkflow workflow={workflow} />
      ))}
    </>
  );
  return { title: 'Workflows & trials', place: 'workflows', body };
};

const Applied = ({ visit, listed }: { visit: Visit; listed: ListedWorkflows }) =>
  listed.version === 0 ? (
    <>The project declares none: the built-in one holds.</>
  ) : (
    <>
      Version {listed.version}, applied by <Stored text={listed.applied_by ?? 'somebody'} />{' '}
      <Age at={listed.applied_at ?? ''} now={visit.services.clock.now()} />
    </>
  );

const Declare = () => (
  <Empty title="Say what agents may do here">
    <p>A file in your repository names each kind of task, its owner and its bounds; it is reviewed like code.</p>
    <pre tabindex={0}>
      <code>{'hone workflow export > workflows.yaml\nhone workflow apply workflows.yaml'}</code>
    </pre>
  </Empty>
);

const MAY = {
  agent: ['good', 'agent may'],
  checkpoint: ['warn', 'ask first'],
  human_only: ['bad', 'people only'],
} as const;

const OneWorkflow = ({ workflow }: { workflow: Workflow }) => {
  const { guardrails } = workflow;
  return (
    <article class="card lesson">
      <h2>
        <Stored text={workflow.name} />
      </h2>
      <dl class="parts">
        <dt>For</dt>
        <dd>
          <Stored text={workflow.entry} />
        </dd>
        <dt>Owner</dt>
        <dd>
          <Stored text={workflow.owner} />
        </dd>
        <dt>Limits</dt>
        <dd>
          {guardrails.timeout_minutes} minutes, {guardrails.max_attempts} attempts; then:{' '}
          <Stored text={guardrails.fallback} />
        </dd>
        {workflow.requires.length === 0 ? null : (
          <>
            <dt>Needs</dt>
            <dd>{workflow.requires.join(', ')}</dd>
          </>
        )}
        {workflow.checkpoints.length === 0 ? null : (
          <>
            <dt>Asks</dt>
            <dd>
              <Stored text={workflow.checkpoints.join('\n')} />
            </dd>
          </>
        )}
      </dl>
      <Boundary workflow={workflow} />
    </article>
  );
};

const Boundary = ({ workflow }: { workflow: Workflow }) => (
  <Scroll name={`Boundary of ${workflow.name}`}>
    <table class="text">
      <caption>The most restrictive rule that matches a path holds; a path without a rule is asked for.</caption>
      <thead>
        <tr>
          <th scope="col">Paths</th>
          <th scope="col">Who</th>
          <th scope="col">Because</th>
        </tr>
      </thead>
      <tbody>
        {workflow.boundary.map((rule) => (
          <tr>
            <th scope="row">
              <code>
                <Stored text={rule.paths.join('\n')} />
              </code>
            </th>
            <td>
              <span class={`pill ${MAY[rule.may][0]}`}>{MAY[rule.may][1]}</span>
            </td>
            <td>
              <Stored text={rule.because ?? ''} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </Scroll>
);

const Trials = ({ visit, trials }: { visit: Visit; trials: readonly TrialReport[] }) => {
  if (trials.length === 0) {
    return (
      <Empty title="Does memory help? Test it">
        <p>
          A trial gives lessons to every second task of one workflow, by lot, and compares. It says keep, or roll back.
        </p>
        <pre tabindex={0}>
          <code>hone trial start --workflow bugfix --owner platform-team --days 14</code>
        </pre>
      </Empty>
    );
  }
  return (
    <section>
      <h2>Trials</h2>
      <ul class="rows">
        {trials.map((report) => (
          <li>
            <a class="row" href={visit.href(`/trials/${report.trial.trial_id}`)}>
              <span class="line strong">
                <Stored text={report.trial.workflow} />: {headlineOf(report)}
              </span>
              <span class="meta">
                <span class="pill calm">{report.state.replaceAll('_', ' ')}</span> <Stored text={report.trial.owner} />{' '}
                · started <Age at={report.trial.started_at} now={visit.services.clock.now()} />
              </span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
};
