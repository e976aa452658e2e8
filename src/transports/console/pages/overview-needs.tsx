/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import type { Trends } from '../../../domain/metrics/trends.ts';
import type { Visit } from '../visit.ts';

/** What only a person can move on, now. */
export const NeedsPerson = ({ visit, trends, served }: { visit: Visit; trends: Trends; served: number }) => {
  const { review, checkpoints } = visit.counts;
  const { unreviewed } = trends.metrics.repeat_correction_rate;
  return (
    <section aria-label="What needs a person now">
      <ul class="needs">
        <li>
          <a href={visit.href('/review')} class={review > 0 ? 'calls' : undefined}>
            <strong data-count="review-total">{review}</strong>
            <span>{review === 1 ? 'lesson waits for review' : 'lessons wait for review'}</span>
            {unreviewed > 0 ? <span class="soft">{unreviewed} were corrected again meanwhile</span> : null}
          </a>
        </li>
        <li>
          <a href={visit.href('/checkpoints')} class={checkpoints > 0 ? 'calls' : undefined}>
            <strong>{checkpoints}</strong>
            <span>{checkpoints === 1 ? 'agent waits for an answer' : 'agents wait for an answer'}</span>
          </a>
        </li>
        <li>
          <a href={visit.href('/lessons', { state: 'active' })}>
            <strong>{served}</strong>
            <span>{served === 1 ? 'lesson serves' : 'lessons serve'}</span>
          </a>
        </li>
      </ul>
    </section>
  );
};
