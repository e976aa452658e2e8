import type { Workflow, WorkflowSet } from '../../domain/workflow.ts';
import type { Services } from '../services.ts';
import { readableByAgents } from './readable-by-agents.ts';

/** The texts of a workflow that agents are told, by the field in which a person wrote them. */
export const textsOfWorkflow = (workflow: Workflow): readonly (readonly [field: string, text: string])[] => [
  ['owner', workflow.owner],
  ['entry', workflow.entry],
  ['fallback', workflow.guardrails.fallback],
  ...workflow.checkpoints.map((text) => ['checkpoints', text] as const),
  ...workflow.boundary.flatMap(({ because }) => (because === undefined ? [] : [['because', because] as const])),
];

/** The workflows as an agent may be told of them: what a guard holds in their texts is withheld, every limit stays. */
export const readableWorkflows = async (services: Services, set: WorkflowSet | null): Promise<WorkflowSet | null> => {
  if (set === null) return null;
  const texts = set.workflows.flatMap((workflow) => textsOfWorkflow(workflow).map(([, text]) => text));
  const readable = await readableByAgents(services, texts);
  const left = [...readable];
  const next = (text: string): string => left.shift() ?? text;
  return { ...set, workflows: set.workflows.map((workflow) => rewritten(workflow, next)) };
};

/** In the order of `textsOfWorkflow`. */
const rewritten = (workflow: Workflow, next: (text: string) => string): Workflow => {
  const [owner, entry, fallback] = [next(workflow.owner), next(workflow.entry), next(workflow.guardrails.fallback)];
  const checkpoints = workflow.checkpoints.map(next);
  const boundary = workflow.boundary.map((rule) =>
    rule.because === undefined ? rule : { ...rule, because: next(rule.because) },
  );
  return { ...workflow, owner, entry, guardrails: { ...workflow.guardrails, fallback }, checkpoints, boundary };
};
