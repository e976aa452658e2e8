/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import { RECALL_PATHS } from '../../../domain/recall.ts';
import type { Check } from '../../../use-cases/health/check.ts';
import type { Page } from '../page.ts';
import { Empty } from '../parts/empty.tsx';
import { Scroll } from '../parts/scroll.tsx';
import { Stored } from '../parts/stored.tsx';
import type { Visit } from '../visit.ts';

/** Can I trust it? */
export const healthPage = async (visit: Visit): Promise<Page> => {
  const body = (
    <>
      <header class="head split">
        <div>
          <h1>Health</h1>
          <p class="soft">What works, told by trying it.</p>
        </div>
        <a class="button" href={visit.href('/health', { anew: 'yes' })} data-key="x">
          Examine again <kbd>x</kbd>
        </a>
      </header>
      <Checks visit={visit} />
      <Recalls visit={visit} />
    </>
  );
  return { title: 'Health', place: 'health', body };
};

const KINDS = { ok: 'good', warn: 'warn', fail: 'bad' } as const;

/** The checks are of the whole store and machine: they name other projects, so they are for people of all. */
const Checks = ({ visit }: { visit: Visit }) => {
  if (visit.caller.principal.projects !== '*') {
    return <p class="note">What concerns the whole server is shown to people of every project.</p>;
  }
  const { kept, underWay } = visit.costly.health(visit.services, visit.query('anew') === 'yes');
  if (kept === null) return <UnderWay visit={visit} />;
  const { checks, at } = kept;
  const wrong = checks.filter((one) => one.status !== 'ok');
  return (
    <>
      {underWay ? <UnderWay visit={visit} /> : null}
      <section class={`verdict ${headKind(checks)}`} aria-label="Verdict">
        <p class="sentence">{headWords(checks)}</p>
        <p class="soft">Examined at {at.slice(0, 19).replace('T', ' ')} UTC</p>
      </section>
      {wrong.length === 0 ? null : (
        <section>
          <h2>To look at</h2>
          <ul class="checks">
            {wrong.map((check) => (
              <OneCheck check={check} />
            ))}
          </ul>
        </section>
      )}
      <section>
        <h2>In order</h2>
        <ul class="checks">
          {checks
            .filter((one) => one.status === 'ok')
            .map((check) => (
              <OneCheck check={check} />
            ))}
        </ul>
      </section>
    </>
  );
};

/** Opened again by the script, or by hand. */
const UnderWay = ({ visit }: { visit: Visit }) => (
  <p class="note" role="status" data-open-again={visit.href('/health')}>
    Everything is being examined now. <a href={visit.href('/health')}>See what came of it</a>
  </p>
);

const headKind = (checks: readonly Check[]): string => {
  if (checks.some((one) => one.status === 'fail')) return 'bad';
  return checks.some((one) => one.status === 'warn') ? 'quiet' : 'good';
};

const headWords = (checks: readonly Check[]): string => {
  const [failed, warned] = (['fail', 'warn'] as const).map((status) => checks.filter((one) => one.status === status));
  if ((failed ?? []).length > 0) return `${failed?.length} of ${checks.length} checks failed.`;
  if ((warned ?? []).length > 0) return `It works. ${warned?.length} of ${checks.length} checks have something to say.`;
  return `All is well: ${checks.length} checks.`;
};

const OneCheck = ({ check }: { check: Check }) => (
  <li>
    <span class={`pill ${KINDS[check.status]}`}>{check.status}</span>
    <div>
      <p>
        <strong>{check.name.replaceAll('_', ' ')}</strong> <Stored text={check.detail} />
      </p>
      {check.fix === undefined ? null : (
        <p class="soft">
          <Stored text={check.fix} />
        </p>
      )}
    </div>
  </li>
);

const LATEST = 200;

/** Which way the project's latest recalls were served: a lesser way is never silent. */
const Recalls = async ({ visit }: { visit: Visit }) => {
  const recalls = await visit.services.stores.runs.lastRecalls(visit.caller.project, LATEST);
  if (recalls.length === 0) {
    return (
      <Empty title="No recall yet">
        <p>
          When agents ask, this shows which way they were served. Try one: <code>hone recall "add a package"</code>
        </p>
      </Empty>
    );
  }
  const rows = RECALL_PATHS.map((path) => ({ path, found: recalls.filter((one) => one.path === path) })).filter(
    ({ found }) => found.length > 0,
  );
  return (
    <section>
      <h2>How recalls were served</h2>
      <Scroll name="How recalls were served">
        <table>
          <caption>
            The latest {recalls.length} of this project; hybrid is the first way, the others are fallbacks.
          </caption>
          <thead>
            <tr>
              <th scope="col">Way</th>
              <th scope="col">Recalls</th>
              <th scope="col">Share</th>
              <th scope="col">Showed something</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ path, found }) => (
              <tr>
                <th scope="row">{path}</th>
                <td>{found.length}</td>
                <td>{Math.round((100 * found.length) / recalls.length)} %</td>
                <td>{found.filter((one) => one.decision === 'deliver').length}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
  );
};
