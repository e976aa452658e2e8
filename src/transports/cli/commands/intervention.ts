import { Option } from 'commander';
import { INTERVENTION_KINDS, type InterventionKind } from '../../../domain/intervention.ts';
import { recordIntervention } from '../../../use-cases/record-intervention.ts';
import { type CommandFactory, withExamples } from '../command.ts';
import { childCommand } from '../group.ts';

interface InterventionOptions {
  readonly kind: InterventionKind;
  readonly planned?: boolean;
  readonly note?: string;
}

/** `hone intervention`: a person stepped in without saying what was wrong (with words it is `hone flag --run`). */
export const interventionCommand: CommandFactory = (context) =>
  withExamples(
    childCommand('intervention', 'say that you stepped into a run')
      .argument('<run>', 'the id of a run, or the key of a task for its latest run')
      .addOption(new Option('--kind <kind>', 'how').choices(INTERVENTION_KINDS).makeOptionMandatory())
      .option('--planned', 'it was agreed beforehand')
      .option('--note <text>', 'anything else')
      .action(async (run: string, { kind, planned, note }: InterventionOptions) => {
        const recorded = await recordIntervention(await context.services(), await context.caller(), {
          run,
          kind,
          planned: planned === true,
          ...(note === undefined ? {} : { note }),
        });
        context.output.result(
          recorded,
          () => `${recorded.run_id}  ${recorded.kind} by ${context.output.show(recorded.by)}`,
        );
      }),
    'hone intervention APP-7 --kind takeover --note "finished it by hand"',
  );
