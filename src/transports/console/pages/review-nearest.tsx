/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import type { OnDesk } from '../../../use-cases/open-review.ts';
import { TextDiff } from '../parts/text-diff.tsx';
import type { Visit } from '../visit.ts';

const WORDS = {
  duplicate: 'says the same',
  similar: 'is close',
  conflict: 'says the opposite',
  supersedes: 'would be replaced',
} as const;

/** What is known already and lies near: how this one differs, word by word. */
export const Nearest = ({ visit, on }: { visit: Visit; on: OnDesk }) => {
  if (on.similar.length === 0) {
    return <p class="soft nearest">Nothing like it is known in this project.</p>;
  }
  return (
    <section class="nearest">
      <h2>Nearest lessons</h2>
      <p class="soft">
        What this lesson says otherwise: <ins>added</ins>, <del>missing</del>.
      </p>
      {on.similar.map((other) => (
        <article class="card">
          <p class="meta">
            <span class={`pill ${other.relation === 'conflict' ? 'bad' : 'calm'}`}>{WORDS[other.relation]}</span>{' '}
            {Math.round(other.similarity * 100)} % alike ·{' '}
            <a href={visit.href(`/lessons/${other.lesson_id}`)}>that lesson</a>
          </p>
          <p class="diff">
            <TextDiff from={other.rule} to={on.lesson.rule} />
          </p>
          <p class="diff soft">
            When: <TextDiff from={other.when} to={on.lesson.when} />
          </p>
        </article>
      ))}
    </section>
  );
};
