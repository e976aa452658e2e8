import { type Checkpoint, type CheckpointStatus, checkpointStatus } from '../domain/checkpoint.ts';
import { findingWords, holds } from '../domain/guard/finding.ts';
import { resolveProject } from './resolve-project.ts';
import type { Caller, Services } from './services.ts';

export interface ListedCheckpoint extends Checkpoint {
  readonly status: CheckpointStatus;
  /** What guards find in an open question, its options and what a client said. */
  readonly flags: readonly string[];
}

/** The questions that wait for a human, oldest first; with `all`, the closed ones too. */
export const listCheckpoints = async (
  services: Services,
  caller: Caller,
  input: { project?: string; all?: boolean },
): Promise<{ items: ListedCheckpoint[]; total: number }> => {
  const now = services.clock.now();
  const project = resolveProject(caller, input.project);
  const found = await services.stores.runs.listCheckpoints(project, input.all ? {} : { openAt: now });
  const items = await Promise.all(
    found.map(async (one): Promise<ListedCheckpoint> => {
      const status = checkpointStatus(one, now);
      return { ...one, status, flags: status === 'pending' ? await flagsOf(services, one) : [] };
    }),
  );
  return { items, total: items.length };
};

/** An agent may have been told what to ask: whoever answers should know. */
const flagsOf = async (services: Services, { question, options, attested }: Checkpoint): Promise<string[]> => {
  const parts = [
    { field: 'question', text: question },
    ...options.map((text) => ({ field: 'options', text, apart: true })),
    ...(attested === undefined ? [] : [{ field: 'said', text: attested.answer, apart: true }]),
  ];
  return (await services.guard.inspect(parts)).filter(holds).map(findingWords);
};
