/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */

import type { GetLessonResult } from '../../../use-cases/get-lesson.ts';
import { Age } from '../parts/age.tsx';
import { Scroll } from '../parts/scroll.tsx';
import { StatePill } from '../parts/state-pill.tsx';
import { Stored } from '../parts/stored.tsx';
import { TextDiff } from '../parts/text-diff.tsx';
import type { Visit } from '../visit.ts';

interface RecordProps {
  readonly visit: Visit;
  readonly lesson: GetLessonResult;
}

/** Who was shown it, and what they said of it. */
export const Exposures = ({ visit, lesson: { exposures, verdicts } }: RecordProps) => {
  if (exposures.total === 0) return null;
  const verdictOf = (runId: string) => verdicts.filter((one) => one.run_id === runId).at(-1);
  return (
    <section>
      <h2>Who was shown it</h2>
      <Scroll name="Who was shown it">
        <table>
          <caption>
            {exposures.latest.length === exposures.total
              ? `All ${exposures.total}`
              : `The latest ${exposures.latest.length} of ${exposures.total}`}
          </caption>
          <thead>
            <tr>
              <th scope="col">Run</th>
              <th scope="col">When</th>
              <th scope="col">Verdict</th>
            </tr>
          </thead>
          <tbody>
            {exposures.latest.map(({ run_id, at }) => (
              <tr>
                <th scope="row">
                  <a href={visit.href(`/runs/${run_id}`)}>
                    <code>{run_id}</code>
                  </a>
                </th>
                <td>
                  <Age at={at} now={visit.services.clock.now()} />
                </td>
                <td>{verdictOf(run_id)?.verdict ?? 'none yet'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
  );
};

export const Evidence = ({ lesson: { evidence, triggers } }: { lesson: GetLessonResult }) => {
  if (evidence.length + triggers.length === 0) return null;
  return (
    <section>
      <h2>What it rests on</h2>
      <ul class="facts">
        {evidence.map((one) => (
          <li>
            <span class="pill calm">{one.kind}</span> <Stored text={[one.ref, one.text].filter(Boolean).join(': ')} />{' '}
            <span class="soft">
              (<Stored text={one.by} />)
            </span>
          </li>
        ))}
        {triggers.map((one) => (
          <li>
            <span class="pill quiet">right for</span> <Stored text={one.text} />
          </li>
        ))}
      </ul>
    </section>
  );
};

/** Each version against the one before it. */
export const Versions = ({ visit, lesson: { versions } }: RecordProps) => {
  if (versions.length < 2) return null;
  return (
    <section>
      <h2>Versions</h2>
      <ol class="facts">
        {versions.map((version, index) => (
          <li>
            <p class="meta">
              version {version.version} · <Stored text={version.by} /> ·{' '}
              <Age at={version.at} now={visit.services.clock.now()} />
            </p>
            <p class="diff">
              <TextDiff from={versions[index - 1]?.rule ?? version.rule} to={version.rule} />
            </p>
            <p class="diff soft">
              When: <TextDiff from={versions[index - 1]?.when ?? version.when} to={version.when} />
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
};

/** Every step of its life, the newest first. */
export const History = ({ visit, lesson: { history } }: RecordProps) => (
  <section>
    <h2>History</h2>
    <ol class="timeline">
      {[...history].reverse().map((step) => (
        <li>
          <p class="meta">
            <StatePill state={step.to} /> <Stored text={step.actor} /> ({step.role}) ·{' '}
            <Age at={step.at} now={visit.services.clock.now()} />
          </p>
          <p>
            <Stored text={step.reason} />
          </p>
        </li>
      ))}
    </ol>
  </section>
);
