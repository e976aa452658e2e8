import { createTwoFilesPatch } from 'diff';
import type { ClientPlan, FileChange } from '../../../domain/client-setup.ts';
import type { SetUpClientsInput, SetUpClientsResult } from '../../../use-cases/set-up-clients.ts';
import type { Output } from '../output.ts';

type Change = 'created' | 'changed' | 'removed' | 'unchanged';

const changeOf = ({ before, after }: FileChange): Change => {
  if (before === after) return 'unchanged';
  if (before === null) return 'created';
  return after === null ? 'removed' : 'changed';
};

/** The `--json` shape: `{ scope, dry_run, clients: [{ client, files: [{ path, change, diff }], refused, notes }], check, next }`. */
export const initJson = (input: SetUpClientsInput, { plans, check }: SetUpClientsResult): object => ({
  scope: input.scope,
  dry_run: input.dryRun,
  clients: plans.map((plan) => ({
    client: plan.client,
    files: plan.files.map((file) => ({ path: file.path, change: changeOf(file), diff: diffOf(file) })),
    refused: plan.refused.map(({ path, why }) => ({ path, why })),
    notes: plan.notes,
  })),
  check,
  next: nextStep(input, plans),
});

export const initWords = (output: Output, input: SetUpClientsInput, result: SetUpClientsResult): string =>
  [
    ...result.plans.flatMap((plan) => planWords(output, input, plan)),
    ...checkWords(output, result),
    nextStep(input, result.plans),
  ].join('\n');

const planWords = (output: Output, input: SetUpClientsInput, plan: ClientPlan): string[] => {
  const { paint, show } = output;
  return [
    paint.bold(plan.label),
    ...plan.files.flatMap((file) => [`  ${changeOf(file).padEnd(9)} ${show(file.path)}`, ...diffWords(output, file)]),
    ...plan.refused.map(
      ({ path, why }) => `  ${paint.red('left alone')} ${show(path)}: ${why}. Mend or move it, then run this again.`,
    ),
    ...(input.remove ? [] : plan.notes.map((note) => `  ${paint.yellow('note')} ${note}`)),
    '',
  ];
};

const diffOf = (file: FileChange): string =>
  file.before === file.after
    ? ''
    : createTwoFilesPatch(file.path, file.path, file.before ?? '', file.after ?? '', '', '', { context: 2 })
        .split('\n')
        .slice(4)
        .join('\n')
        .replace(CREDENTIAL, 'Bearer …')
        .trimEnd();

/** A token in a file of the person's, Hone's or another server's; a variable's name is none. */
const CREDENTIAL = /Bearer (?![${])[^\s"']+/gu;

const diffWords = ({ paint, show }: Output, file: FileChange): string[] =>
  diffOf(file)
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      // Only blanks at the start are layout; the rest is somebody's file.
      const [indent = ''] = /^[-+ ]\s*/u.exec(line) ?? [];
      const text = `${indent.replace(/\t/gu, '  ')}${show(line.slice(indent.length))}`;
      const color = line.startsWith('+') ? paint.green : line.startsWith('-') ? paint.red : paint.dim;
      return `    ${color(text)}`;
    });

const checkWords = ({ paint, show }: Output, { check }: SetUpClientsResult): string[] => {
  if (check === null) return [];
  const words = check.ok ? paint.green('Started as a client would:') : paint.red('Started as a client would, but');
  return [`${words} ${show(check.detail)}.`];
};

const nextStep = ({ dryRun, remove }: SetUpClientsInput, plans: readonly ClientPlan[]): string => {
  if (dryRun) return 'Nothing was changed. Run it without --dry-run to write this.';
  if (remove) return 'Hone is out of these files. Your lessons stay in the store.';
  const first = plans[0]?.label ?? 'your agent';
  return `Next: start ${first} anew in a repository, correct it once as you would anyway, and see what Hone kept with \`hone review\`.`;
};
