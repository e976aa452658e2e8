import { type BoundaryAnswer, boundaryFor } from '../../domain/boundary.ts';
import type { Requirable, Workflow } from '../../domain/workflow.ts';

export interface HeldTerms {
  readonly boundary: readonly BoundaryAnswer[];
  readonly guardrails: {
    readonly timeout_minutes: number;
    readonly max_attempts: number;
    readonly fallback: string;
    readonly checkpoints: readonly string[];
  };
  readonly missing?: readonly Requirable[];
}

type Given = { readonly [Field in Requirable]?: string | readonly string[] | undefined } & {
  readonly paths?: readonly string[] | undefined;
};

/** What holds for a run. While it is open which workflow it is, the strictest of each term holds. */
export const heldTerms = (holding: readonly Workflow[], given: Given): HeldTerms => {
  const limits = holding.map(({ guardrails }) => guardrails);
  const strictest = [...limits].sort((a, b) => a.max_attempts - b.max_attempts)[0];
  const missing = [...new Set(holding.flatMap(({ requires }) => requires))].filter((field) => isMissing(given[field]));
  return {
    boundary: boundaryFor(holding, given.paths ?? []),
    guardrails: {
      timeout_minutes: Math.min(...limits.map((one) => one.timeout_minutes)),
      max_attempts: strictest?.max_attempts ?? 1,
      fallback: strictest?.fallback ?? '',
      checkpoints: [...new Set(holding.flatMap(({ checkpoints }) => checkpoints))],
    },
    ...(missing.length === 0 ? {} : { missing }),
  };
};

const isMissing = (value: string | readonly string[] | undefined): boolean => value === undefined || value.length === 0;
