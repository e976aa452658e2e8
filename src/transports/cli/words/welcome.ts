import type { Output } from '../output.ts';

/** What `hone` alone says, and what it offers to try. */
export const welcome = {
  commands: [
    ['hone flag "Use pnpm, not npm" --when "installing a dependency"', 'teach what was wrong, once'],
    ['hone recall "add the axios package"', 'see what an agent would be told'],
    ['hone review', 'decide which lessons serve'],
  ] as const,

  words: ({ paint }: Output): string =>
    [
      `${paint.bold('hone')} is the team memory of coding agents: what a human corrected once, no agent gets wrong again.`,
      '',
      'Try:',
      ...welcome.commands.map(([line, does]) => `  ${paint.cyan(line.padEnd(66))} ${does}`),
      '',
      'Connect an agent: its MCP configuration runs `hone serve`. All commands: `hone --help`. Is all well? `hone doctor`.',
    ].join('\n'),
};
