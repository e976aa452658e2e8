import type { Command } from 'commander';
import { applyWorkflows } from '../../../use-cases/apply-workflows.ts';
import { listWorkflows } from '../../../use-cases/list-workflows.ts';
import { showWorkflow } from '../../../use-cases/show-workflow.ts';
import { type CommandFactory, withExamples } from '../command.ts';
import { fromFile } from '../content-refused.ts';
import type { CliContext } from '../context.ts';
import { childCommand, group } from '../group.ts';
import { readTextFile } from '../read-text-file.ts';
import { appliedWords, workflowList, workflowText } from '../words/workflow-words.ts';

/** `hone workflow`: kinds of task, their owners, and what an agent may do in each. */
export const workflowCommand: CommandFactory = (context) =>
  withExamples(
    group(
      childCommand('workflow', 'what agents may do, by kind of task'),
      [listCommand(context), showCommand(context), applyCommand(context), exportCommand(context)],
      () => list(context),
    ),
    'hone workflow',
  );

const list = async (context: CliContext): Promise<void> => {
  const found = await listWorkflows(await context.services(), await context.caller(), {});
  context.output.result(found, () => workflowList(context.output, found));
};

const listCommand = (context: CliContext): Command =>
  withExamples(
    childCommand('list', 'the workflows of this project').action(() => list(context)),
    'hone workflow list',
  );

const showCommand = (context: CliContext): Command =>
  withExamples(
    childCommand('show', 'owner, limits and boundary of one')
      .argument('<workflow>', 'its name')
      .action(async (workflow: string) => {
        const found = await showWorkflow(await context.services(), await context.caller(), { workflow });
        context.output.result(found, () => workflowText(context.output, found));
      }),
    'hone workflow show bugfix',
  );

const applyCommand = (context: CliContext): Command =>
  withExamples(
    childCommand('apply', "make a reviewed file's workflows those of this project")
      .argument('<file>', 'YAML or JSON, see docs/guardrails.md')
      .option('--dry-run', 'check the file and say what would change')
      .action(async (file: string, { dryRun }: { dryRun?: boolean }) => {
        const { readWorkflowFile } = await import('../workflow-file/read-workflow-file.ts');
        const text = await readTextFile(context.folder, file);
        const workflows = await fromFile(async () => readWorkflowFile(text));
        const [services, caller] = [await context.services(), await context.caller()];
        const result = await applyWorkflows(services, caller, { workflows, dryRun: dryRun === true });
        context.output.result(result, () => appliedWords(context.output, result, dryRun === true));
      }),
    'hone workflow apply hone-workflows.yaml --dry-run',
  );

const exportCommand = (context: CliContext): Command =>
  withExamples(
    childCommand('export', 'write them as a file that `apply` reads').action(async () => {
      const { fileValue, writeWorkflowFile } = await import('../workflow-file/write-workflow-file.ts');
      const { items } = await listWorkflows(await context.services(), await context.caller(), {});
      context.output.result({ workflows: fileValue(items) }, () => writeWorkflowFile(items).trimEnd());
    }),
    'hone workflow export > hone-workflows.yaml',
  );
