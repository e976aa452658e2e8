import type { Command } from 'commander';
import type { StanceKind } from '../../domain/stance.ts';
import { proposeForOrganisation } from '../../use-cases/organisation/propose-for-organisation.ts';
import { takeStance } from '../../use-cases/organisation/take-stance.ts';
import { withExamples } from './command.ts';
import type { CliContext } from './context.ts';
import { childCommand } from './group.ts';
import { stateWord } from './words/lesson-words.ts';

/** Lessons that hold in every project: asking for it, and what one project says of them. */
export const organisationCommands = (context: CliContext): Command[] => [
  proposeCommand(context),
  ...STANCES.map((one) => stanceCommand(context, one)),
];

const proposeCommand = (context: CliContext): Command =>
  withExamples(
    childCommand('propose-organisation', 'ask that a lesson hold in every project; two other people accept it')
      .argument('<id>', 'its id')
      .option('--reason <text>', 'why it holds everywhere')
      .action(async (id: string, { reason }: { reason?: string }) => {
        const { output } = context;
        const lesson = await proposeForOrganisation(await context.services(), await context.caller(), {
          lesson_id: id,
          ...(reason === undefined ? {} : { reason }),
        });
        const value = { ...lesson, organisation: true };
        output.result(value, () => `${lesson.lesson_id}  ${stateWord(output, lesson.state)}  organisation-wide`);
        output.note(NEXT);
      }),
    'hone lessons propose-organisation les_… --reason "every service logs this way"',
  );

const NEXT =
  'It serves in every project when two reviewers, neither its author nor you, ran `hone review accept` on it; alone on a store, when you did.';

interface StanceWords {
  readonly name: string;
  readonly stance: StanceKind;
  readonly does: string;
}

const STANCES: readonly StanceWords[] = [
  { name: 'hide', stance: 'hidden', does: 'keep a lesson of the organisation out of this project' },
  {
    name: 'dispute',
    stance: 'disputed',
    does: 'keep a lesson of the organisation out of this project, and ask its reviewers to look again',
  },
  { name: 'unhide', stance: 'lifted', does: 'let a lesson of the organisation serve in this project again' },
];

const stanceCommand = (context: CliContext, { name, stance, does }: StanceWords): Command =>
  withExamples(
    childCommand(name, does)
      .argument('<id>', 'its id')
      .requiredOption('--reason <text>', 'why')
      .action(async (id: string, { reason }: { reason: string }) => {
        const caller = await context.caller();
        const taken = await takeStance(await context.services(), caller, { lesson_id: id, stance, reason });
        const words = stance === 'lifted' ? 'served here again' : `${stance} here`;
        context.output.result({ ...taken, project: caller.project }, () => `${id}  ${words}`);
      }),
    `hone lessons ${name} les_… --reason "we build with another tool here"`,
  );
