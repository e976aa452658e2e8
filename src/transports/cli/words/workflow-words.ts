import type { Permission, Workflow } from '../../../domain/workflow.ts';
import type { ApplyWorkflowsResult } from '../../../use-cases/apply-workflows.ts';
import type { ListedWorkflows } from '../../../use-cases/list-workflows.ts';
import type { Output } from '../output.ts';
import { line } from './lesson-words.ts';

export const workflowList = (output: Output, { items, version, ...applied }: ListedWorkflows): string => {
  const { paint, show } = output;
  const head =
    version === 0
      ? 'This project declares no workflow; this one holds. `hone workflow apply FILE` declares some.'
      : `Version ${version}, applied by ${show(applied.applied_by ?? '')} at ${applied.applied_at ?? ''}.`;
  const lines = items.map(
    (one) => `${paint.bold(show(one.name))}  owner ${show(one.owner)}  ${paint.dim(show(one.entry))}`,
  );
  return [head, ...lines].join('\n');
};

/** Short enough for the column of labels. */
const MAY: Record<Permission, string> = { agent: 'agent', checkpoint: 'ask', human_only: 'people' };

/** One workflow with its boundary as a table of paths. */
export const workflowText = (output: Output, workflow: Workflow): string => {
  const { paint, show } = output;
  const { guardrails, boundary } = workflow;
  return [
    `${paint.bold(show(workflow.name))}  owner ${show(workflow.owner)}`,
    ...line(output, 'entry', workflow.entry),
    ...workflow.examples.flatMap((example) => line(output, 'example', example)),
    ...line(output, 'requires', workflow.requires.join(', ')),
    ...line(output, 'limits', `${guardrails.timeout_minutes} minutes, ${guardrails.max_attempts} attempts`),
    ...line(output, 'fallback', guardrails.fallback),
    ...workflow.checkpoints.flatMap((one) => line(output, 'before', one)),
    ...boundary.flatMap((rule) =>
      line(output, MAY[rule.may], `${rule.paths.join(', ')}${rule.because === undefined ? '' : ` (${rule.because})`}`),
    ),
    ...line(output, 'else', boundary.some(({ paths }) => paths.includes('**')) ? undefined : 'ask'),
  ].join('\n');
};

export const appliedWords = (output: Output, result: ApplyWorkflowsResult, dryRun: boolean): string => {
  const { show } = output;
  const parts = (['added', 'updated', 'removed'] as const).flatMap((what) =>
    result[what].length === 0 ? [] : [`${what} ${result[what].map(show).join(', ')}`],
  );
  const head = result.changed
    ? `${dryRun ? 'Would be' : `Version ${result.version}:`} ${parts.join('; ')}.`
    : 'Nothing changes: these workflows hold already.';
  return [head, ...result.notes].join('\n');
};
