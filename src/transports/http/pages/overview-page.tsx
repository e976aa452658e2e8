/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import { plainText } from '../../cli/plain-text.ts';
import type { Overview } from '../overview.ts';
import { ConnectSection } from './connect-section.tsx';
import { Frame } from './frame.tsx';
import { TrendTable } from './trend-table.tsx';

/** How one project stands, the verdict first. */
export const OverviewPage = ({ overview, url }: { overview: Overview; url: string }) => {
  const { trends, lessons, waiting, checkpoints } = overview;
  return (
    <Frame title="Hone">
      <h1>Hone: {plainText(trends.project)}</h1>
      <p class="verdict">{trends.verdict.text}</p>
      <ul class="figures">
        <Figure count={lessons} words="lessons served" />
        <Figure count={waiting} words="wait for review" />
        <Figure count={checkpoints.length} words="open questions" />
      </ul>
      {lessons + waiting === 0 ? (
        <p>
          No lessons yet. Connect a client below: its agent keeps what you correct. Or write the first one:{' '}
          <code>hone flag "RULE" --when "…"</code>
        </p>
      ) : null}
      {waiting === 0 ? null : (
        <p>
          Decide what waits: <code>hone review</code>
        </p>
      )}
      <section>
        <h2>Do agents need people less?</h2>
        <TrendTable trends={trends} />
      </section>
      {checkpoints.length === 0 ? null : <OpenQuestions checkpoints={checkpoints} />}
      <ConnectSection url={url} />
    </Frame>
  );
};

const Figure = ({ count, words }: { count: number; words: string }) => (
  <li>
    <strong>{count}</strong> {words}
  </li>
);

const OpenQuestions = ({ checkpoints }: Pick<Overview, 'checkpoints'>) => (
  <section>
    <h2>Open questions of agents</h2>
    <ul>
      {checkpoints.map(({ checkpoint_id, question, risk, expires_at }) => (
        <li>
          {plainText(question)}{' '}
          <span class="meta">
            ({risk} risk, until {expires_at})
          </span>
          <br />
          <code>hone checkpoint answer {checkpoint_id} "…"</code>
        </li>
      ))}
    </ul>
  </section>
);
