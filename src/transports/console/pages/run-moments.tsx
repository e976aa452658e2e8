/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx';
import type { Lesson } from '../../../domain/lesson.ts';
import type { RecallCandidate, RecallRecord } from '../../../domain/recall.ts';
import type { RunHistory } from '../../../ports/run-store.ts';
import { CUT_WORDS } from '../parts/cut-words.ts';
import { Stored } from '../parts/stored.tsx';
import type { Visit } from '../visit.ts';

interface Told {
  readonly visit: Visit;
  readonly history: RunHistory;
  readonly lessons: ReadonlyMap<string, Lesson>;
}

interface Moment {
  readonly at: string;
  readonly kind?: 'asks' | 'wrong' | 'right';
  readonly what: Child;
}

const clock = (at: string): string => at.slice(0, 19).replace('T', ' ');

/** Everything in the order of time, each with its own time. */
export const momentsOf = (told: Told): Child[] =>
  [
    ...begins(told),
    ...told.history.recalls.map((recall) => recalled(told, recall)),
    ...corrections(told),
    ...steps(told),
    ...questions(told),
    ...verdicts(told),
    ...ends(told),
  ]
    .sort((a, b) => a.at.localeCompare(b.at))
    .map(({ at, kind, what }) => (
      <li class={kind}>
        <p class="meta">
          <time datetime={at}>{clock(at)} UTC</time>
        </p>
        {what}
      </li>
    ));

const begins = ({ history: { run } }: Told): Moment[] => [
  { at: run.started_at, what: <p>{run.looped ? 'Started, with a warning that it goes in circles.' : 'Started.'}</p> },
];

const Named = ({ told, id }: { told: Told; id: string }) => {
  const lesson = told.lessons.get(id);
  return lesson === undefined ? (
    <span class="soft">
      a lesson that this project does not hold (<Stored text={id} />)
    </span>
  ) : (
    <a href={told.visit.href(`/lessons/${id}`)}>
      <Stored text={lesson.rule} />
    </a>
  );
};

const recalled = (told: Told, recall: RecallRecord): Moment => {
  const shown = recall.candidates.filter((one) => one.cut === undefined);
  const held = recall.candidates.filter((one) => one.cut !== undefined);
  return {
    at: recall.at,
    what: (
      <>
        <p>
          <strong>{shown.length === 0 ? 'Recall: nothing shown' : `Recall: ${shown.length} shown`}</strong>{' '}
          <span class="soft">
            ({recall.decision}, {recall.path} search, {recall.tokens} tokens) <Stored text={recall.reason} />
          </span>
        </p>
        <Candidates told={told} candidates={shown} />
        {held.length === 0 ? null : (
          <details>
            <summary>{held.length} found and withheld</summary>
            <Candidates told={told} candidates={held} />
          </details>
        )}
      </>
    ),
  };
};

const Candidates = ({ told, candidates }: { told: Told; candidates: readonly RecallCandidate[] }) =>
  candidates.length === 0 ? null : (
    <ul class="facts tight">
      {candidates.map(({ lesson_id, cut, score }) => (
        <li>
          <Named told={told} id={lesson_id} />{' '}
          <span class="soft">
            {score > 0 ? `${Math.round(100 * score)} % sure` : ''}
            {cut === undefined ? '' : ` – ${CUT_WORDS[cut]}`}
          </span>
        </li>
      ))}
    </ul>
  );

const REPEATS = {
  missed: 'the lesson was not found',
  withheld: 'the lesson was found and held back',
  ignored: 'the lesson was shown and not followed',
  unreviewed: 'the lesson waited for review',
} as const;

const corrections = (told: Told): Moment[] =>
  told.history.corrections.map((one) => ({
    at: one.at,
    kind: 'wrong',
    what: (
      <>
        <p>
          <strong>Corrected</strong> by <Stored text={one.by} />
          {one.match === 'repeat' ? (
            <span class="pill bad">{`again: ${one.repeat_why === undefined ? 'repeat' : REPEATS[one.repeat_why]}`}</span>
          ) : null}
        </p>
        <p>
          Wrong: <Stored text={one.wrong} />
        </p>
        <p>
          Right: <Stored text={one.right} />
        </p>
        {one.lesson_id === undefined ? null : (
          <p class="soft">
            Lesson: <Named told={told} id={one.lesson_id} />
          </p>
        )}
      </>
    ),
  }));

const steps = ({ history }: Told): Moment[] =>
  history.interventions
    .filter((one) => one.correction_id === undefined && one.kind !== 'approval')
    .map((one) => ({
      at: one.at,
      kind: 'wrong',
      what: (
        <p>
          <strong>{one.kind}</strong> by <Stored text={one.by} />
          {one.note === undefined ? null : <Stored text={`: ${one.note}`} />}
        </p>
      ),
    }));

const questions = ({ history, visit }: Told): Moment[] =>
  history.checkpoints.map((one) => ({
    at: one.asked_at,
    kind: 'asks',
    what: (
      <>
        <p>
          <strong>Asked</strong> <Stored text={one.owner} />: <Stored text={one.question} />
        </p>
        <p class="soft">
          {one.answer === undefined ? (
            <a href={visit.href('/checkpoints')}>{`open until ${clock(one.expires_at)} UTC`}</a>
          ) : (
            <Stored text={`${one.answered_by ?? 'somebody'}: ${one.answer}`} />
          )}
        </p>
      </>
    ),
  }));

const verdicts = (told: Told): Moment[] =>
  told.history.verdicts.map((one) => ({
    at: one.at,
    what: (
      <p>
        <strong>{one.verdict}</strong>, says <Stored text={one.by} /> ({one.source}):{' '}
        <Named told={told} id={one.lesson_id} />
      </p>
    ),
  }));

const ends = ({ history }: Told): Moment[] =>
  history.outcomes.map((one) => ({
    at: one.at,
    kind: one.outcome === 'completed_clean' ? 'right' : 'wrong',
    what: (
      <p>
        <strong>{one.outcome.replaceAll('_', ' ')}</strong>, says <Stored text={one.by} /> ({one.source})
        {one.rewrite_share === undefined ? '' : `; ${Math.round(100 * one.rewrite_share)} % rewritten by a person`}
        {one.note === undefined ? null : <Stored text={`: ${one.note}`} />}
      </p>
    ),
  }));
