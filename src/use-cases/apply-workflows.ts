import { HoneError } from '../domain/error.ts';
import { hasRole } from '../domain/principal.ts';
import type { RoutingExample } from '../domain/routing/routing-example.ts';
import { DEFAULT_WORKFLOW, type Workflow, type WorkflowSet } from '../domain/workflow.ts';
import { readableByAgents } from './guard/readable-by-agents.ts';
import { textsOfWorkflow } from './guard/readable-workflows.ts';
import { refuseSecrets } from './guard/screen-input.ts';
import { modelKey } from './recall/model-key.ts';
import { resolveProject } from './resolve-project.ts';
import type { Caller, Services } from './services.ts';

export interface ApplyWorkflowsInput {
  readonly workflows: readonly Workflow[];
  readonly project?: string | undefined;
  /** Says what would change and keeps nothing. */
  readonly dryRun?: boolean;
}

export interface ApplyWorkflowsResult {
  readonly project: string;
  /** Of the set that holds now. */
  readonly version: number;
  readonly changed: boolean;
  readonly added: readonly string[];
  readonly updated: readonly string[];
  readonly removed: readonly string[];
  readonly notes: readonly string[];
}

/**
 * Makes a reviewed file's workflows those of the project, in place of the ones before. The same file again changes nothing.
 *
 * @throws HoneError FORBIDDEN for anyone but a lead or an admin; SECRET_FOUND.
 */
export const applyWorkflows = async (
  services: Services,
  caller: Caller,
  given: ApplyWorkflowsInput,
): Promise<ApplyWorkflowsResult> => {
  const { principal } = caller;
  if (principal.kind !== 'person' || !hasRole(principal, 'lead', 'admin')) {
    throw new HoneError(
      'FORBIDDEN',
      'Only a lead may change what agents are allowed to do.',
      'Propose the change to the file, and let a lead apply it.',
    );
  }
  const input = await refuseSecrets(services, given);
  const project = resolveProject(caller, input.project);
  const before = await services.stores.workflows.current(project);
  const plan = difference(before, input.workflows);
  const changed = plan.added.length + plan.updated.length + plan.removed.length > 0;
  const notes = [...notesOn(input.workflows), ...(await withheldNotes(services, input.workflows))];
  if (!changed || input.dryRun) return { project, version: before?.version ?? 0, changed, ...plan, notes };
  const examples = await examplesOf(services, input.workflows);
  return services.unitOfWork.write(async (stores) => {
    const at = services.clock.now();
    await stores.directory.addProject(project, at);
    const version = ((await stores.workflows.current(project))?.version ?? 0) + 1;
    const set: WorkflowSet = { project, version, workflows: input.workflows, by: principal.name, at };
    await stores.workflows.apply(set, examples, modelKey(services.embedder));
    return { project, version, changed, ...plan, notes };
  });
};

const difference = (before: WorkflowSet | null, after: readonly Workflow[]) => {
  const old = new Map((before?.workflows ?? []).map((one) => [one.name, JSON.stringify(one)]));
  const names = after.map(({ name }) => name);
  return {
    added: names.filter((name) => !old.has(name)),
    updated: after
      .filter((one) => old.has(one.name) && old.get(one.name) !== JSON.stringify(one))
      .map(({ name }) => name),
    removed: [...old.keys()].filter((name) => !names.includes(name)),
  };
};

const FEW_EXAMPLES = 3;

const notesOn = (workflows: readonly Workflow[]): string[] => {
  const few = workflows.filter(
    ({ name, examples }) => name !== DEFAULT_WORKFLOW.name && examples.length < FEW_EXAMPLES,
  );
  return [
    ...(workflows.some(({ name }) => name === DEFAULT_WORKFLOW.name)
      ? []
      : ['No workflow is named `default`: a task that fits none of these goes to a person.']),
    ...(few.length === 0
      ? []
      : [
          `Fewer than ${FEW_EXAMPLES} examples: ${few.map(({ name }) => name).join(', ')}. Tasks are told apart by them.`,
        ]),
  ];
};

/** What agents are not told of, since it reads like an order to them. */
const withheldNotes = async (services: Services, workflows: readonly Workflow[]): Promise<string[]> => {
  const notes: string[] = [];
  for (const workflow of workflows) {
    const texts = textsOfWorkflow(workflow);
    const readable = await readableByAgents(
      services,
      texts.map(([, text]) => text),
    );
    const held = texts.filter(([, text], index) => readable[index] !== text).map(([field]) => field);
    if (held.length > 0) {
      notes.push(
        `Not told to agents, because a guard takes it for an order: ${[...new Set(held)].join(', ')} of ${workflow.name}. Say it plainly.`,
      );
    }
  }
  return notes;
};

/** What each workflow is recognised by: its examples and its entry. The default one takes what is left over. */
const examplesOf = async (services: Services, workflows: readonly Workflow[]): Promise<RoutingExample[]> => {
  const examples: RoutingExample[] = [];
  for (const { name, entry, examples: texts } of workflows) {
    if (name === DEFAULT_WORKFLOW.name) continue;
    for (const text of new Set([...texts, entry])) {
      const vector = await services.embedder.embed(text).catch(() => null);
      examples.push({ workflow: name, source: 'file', text, vector });
    }
  }
  return examples;
};
