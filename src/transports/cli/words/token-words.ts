import type { CreatedToken } from '../../../use-cases/create-token.ts';
import type { ListedToken } from '../../../use-cases/list-tokens.ts';
import { textTable } from '../charts/text-table.ts';
import type { Output } from '../output.ts';

const projectsWords = (projects: '*' | readonly string[]): string =>
  projects === '*' ? 'every project' : projects.join(', ');

/** The one time that a secret is told: it stands alone on its line, to be copied. */
export const createdTokenWords = (output: Output, created: CreatedToken): string =>
  [
    created.token,
    `${output.paint.bold(created.id)}  ${created.role} ${output.show(created.for)}, ${output.show(projectsWords(created.projects))}, until ${created.expires_at}`,
    'It is not shown again. They set it as HONE_TOKEN, or send it as `Authorization: Bearer …`.',
  ].join('\n');

export const tokenList = (output: Output, tokens: readonly ListedToken[]): string =>
  tokens.length === 0
    ? 'No tokens: whoever can open the store has every role. The first `hone token create` makes it a team’s.'
    : textTable(
        ['id', 'status', 'role', 'for', 'projects', 'until'].map((title) => ({ title })),
        tokens.map((one) => [
          one.id,
          one.status,
          one.role,
          output.show(one.for),
          output.show(projectsWords(one.projects)),
          one.ended_at ?? one.expires_at,
        ]),
      );
