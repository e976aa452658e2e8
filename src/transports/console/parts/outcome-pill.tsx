/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import type { OutcomeRecord } from '../../../domain/run.ts';

const KINDS: Readonly<Record<OutcomeRecord['outcome'], string>> = {
  completed_clean: 'good',
  completed_rewritten: 'warn',
  failed: 'bad',
  abandoned: 'quiet',
  escalated: 'warn',
  timed_out: 'bad',
};

/** How a run ended, and who says so: an agent's word counts less. */
export const OutcomePill = ({ outcome }: { outcome: OutcomeRecord | undefined }) =>
  outcome === undefined ? (
    <span class="pill calm">open</span>
  ) : (
    <span class={`pill ${KINDS[outcome.outcome]}`}>
      {outcome.outcome.replaceAll('_', ' ')} ({outcome.source})
    </span>
  );
