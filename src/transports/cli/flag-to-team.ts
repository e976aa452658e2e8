import { randomUUID } from 'node:crypto';
import type { TeamMachine } from '../../ports/team-machine.ts';
import type { CliContext } from './context.ts';

/** Says it to the team's server; where that is away, keeps it here until it is back. */
export const flagToTeam = async (context: CliContext, team: TeamMachine, input: object): Promise<void> => {
  const { output } = context;
  const { project, clock } = await context.connection();
  const flag = { id: `flag-${randomUUID()}`, at: (await clock()).now(), project, input: { ...input } };
  const answer = await team.flag(flag);
  if ('kept' in answer) {
    output.result({ kept: true, id: flag.id, why: answer.kept }, () =>
      [
        `${answer.kept} What you said is kept on this machine and is sent as soon as the server is back, once.`,
        'See `hone connect --status`.',
      ].join('\n'),
    );
    return;
  }
  output.result(answer.result, () => fateWords(output, answer.result));
};

/** The server's words, made harmless for a terminal. */
const fateWords = (
  { paint, show }: CliContext['output'],
  { lesson, repeat, next_step }: Record<string, unknown>,
): string => {
  const { lesson_id, state, why } = (lesson ?? repeat ?? {}) as Record<string, unknown>;
  const said = repeat === undefined ? '' : 'Said before: ';
  const fate = `${said}${paint.bold(show(String(lesson_id ?? '')))}  ${show(String(state ?? why ?? ''))}`;
  return `${fate}\n${show(String(next_step ?? ''))}`;
};
