/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import { hasRole } from '../../../domain/principal.ts';
import { readTrial, type TrialReport } from '../../../use-cases/trial/report-trial.ts';
import { type ReportTable, trialReport } from '../../cli/trial-report.ts';
import type { Page } from '../page.ts';
import { Form } from '../parts/form.tsx';
import { Scroll } from '../parts/scroll.tsx';
import { Stored } from '../parts/stored.tsx';
import type { Visit } from '../visit.ts';

/** One trial: the verdict, the numbers behind it, and the way back. */
export const trialPage = async (visit: Visit, id: string): Promise<Page> => {
  const report = await readTrial(visit.services, visit.caller, { trial_id: id });
  const { headline, meta, reasons, tables, notes } = trialReport(report);
  const body = (
    <>
      <p class="crumbs">
        <a href={visit.href('/workflows')}>Workflows & trials</a> / <code>{report.trial.trial_id}</code>
      </p>
      <header class={`verdict ${KINDS[report.verdict?.decision ?? 'inconclusive']}`}>
        <h1>
          <Stored text={report.trial.workflow} />
        </h1>
        <p class="sentence">{headline}</p>
        <ul class="facts tight">
          {reasons.map((reason) => (
            <li>{reason}</li>
          ))}
        </ul>
        <p class="soft">
          <Stored text={meta} />
        </p>
      </header>
      <Ends visit={visit} report={report} />
      {tables.map((table) => (
        <Numbers table={table} />
      ))}
      <section>
        <h2>Notes</h2>
        <ul class="facts">
          {notes.map((note) => (
            <li>
              <Stored text={note} />
            </li>
          ))}
        </ul>
      </section>
    </>
  );
  return { title: 'Trial', place: 'workflows', body };
};

const KINDS = { keep: 'good', roll_back: 'bad', inconclusive: 'quiet' } as const;

const Numbers = ({ table }: { table: ReportTable }) => (
  <section>
    <h2>{table.title}</h2>
    <Scroll name={table.title}>
      <table>
        <thead>
          <tr>
            {table.head.map((title) => (
              <th scope="col">{title === '' ? <span class="hidden">what</span> : title}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map(([first = '', ...rest]) => (
            <tr>
              <th scope="row">
                <Stored text={first} />
              </th>
              {rest.map((cell) => (
                <td>
                  <Stored text={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  </section>
);

/** How a lead ends it. What cannot be taken back asks twice. */
const Ends = ({ visit, report: { trial, state, look_due } }: { visit: Visit; report: TrialReport }) => {
  const { principal } = visit.caller;
  if (principal.kind !== 'person' || !hasRole(principal, 'lead') || state === 'rolled_back') return null;
  const address = `/trials/${trial.trial_id}/end`;
  return (
    <section class="decisions" aria-label="End it">
      {look_due ? (
        <details class="unfolding" name="decision">
          <summary class="button">Take the look</summary>
          <div class="unfolded">
            <Form visit={visit} action={address} class="stack">
              <input type="hidden" name="action" value="look" />
              <p>Both arms are compared once, and what is found is kept as the verdict.</p>
              <button type="submit" class="first">
                Take the look
              </button>
            </Form>
          </div>
        </details>
      ) : null}
      {state === 'stopped' ? null : (
        <details class="unfolding" name="decision">
          <summary class="button">Stop</summary>
          <div class="unfolded">
            <Form visit={visit} action={address} class="stack">
              <input type="hidden" name="action" value="stop" />
              <p>Delivery becomes what it was before the trial.</p>
              <label for="stop-reason">Why?</label>
              <input id="stop-reason" name="reason" maxlength={400} required />
              <button type="submit" class="first">
                Stop the trial
              </button>
            </Form>
          </div>
        </details>
      )}
      <details class="unfolding" name="decision">
        <summary class="button">Roll back</summary>
        <div class="unfolded">
          <Form visit={visit} action={address} class="stack">
            <input type="hidden" name="action" value="rollback" />
            <p>Delivery and the set of lessons go back to what they were at the start. Running servers obey at once.</p>
            <label for="rollback-reason">Why?</label>
            <input id="rollback-reason" name="reason" maxlength={400} required />
            <label class="choice">
              <input type="checkbox" name="sure" value="yes" required /> I mean it
            </label>
            <button type="submit" class="first bad">
              Roll back
            </button>
          </Form>
          <Form visit={visit} action={address}>
            <input type="hidden" name="action" value="rehearse" />
            <button type="submit">Rehearse: do it, measure it, undo it</button>
          </Form>
        </div>
      </details>
    </section>
  );
};
