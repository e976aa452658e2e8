import type { TeamConnection } from '../../../domain/team-connection.ts';
import type { TeamStatus } from '../../../use-cases/connect-team.ts';
import type { Output } from '../output.ts';

const projectsWords = (output: Output, projects: TeamConnection['projects']): string =>
  projects === '*' ? 'every project' : projects.map((one) => output.show(one)).join(', ') || 'no project';

/** What was set up, and what is to be done next. */
export const connectedWords = (output: Output, team: TeamConnection): string =>
  [
    `Connected to ${output.paint.bold(output.show(team.url))} as ${output.show(team.name)}, for ${projectsWords(output, team.projects)}.`,
    ...(team.expires_at === null ? [] : [`The credential ends at ${team.expires_at}.`]),
    'What hooks see in these projects goes to that server from now on; of other projects nothing leaves this machine.',
    'Next: hone init, so that your clients use the server.',
  ].join('\n');

export const statusWords = (output: Output, status: TeamStatus): string => {
  if (!status.connected) return 'Not connected to a team. Example: hone connect https://hone.example.com';
  const lines = [
    `${output.show(status.url ?? '')} as ${output.show(status.name ?? '')} (${status.roles.join(', ') || 'reader'}), for ${projectsWords(output, status.projects)}`,
    status.reachable
      ? `It answers; version ${output.show(status.server_version ?? '')}.`
      : `It cannot be used. ${status.why ?? ''}`,
    ...(status.expires_at === null ? [] : [`The credential ends at ${status.expires_at}.`]),
    ...(status.sent === 0 ? [] : [`${status.sent} events that waited were sent.`]),
    status.waiting === 0 ? 'Nothing waits to be sent.' : `${status.waiting} events wait on this machine.`,
  ];
  return lines.join('\n');
};

export const disconnectedWords = (
  output: Output,
  { url, waiting }: { url: string | null; waiting: number },
): string => {
  if (url === null) return 'Not connected to a team: nothing was changed.';
  return [
    `Disconnected from ${output.show(url)}. The credential is deleted here; an admin ends it with \`hone token revoke\`.`,
    ...(waiting === 0
      ? []
      : [`${waiting} events could not be sent and stay on this machine; connecting again sends them.`]),
    'Next: hone init, so that your clients use your own store again; or hone init --uninstall.',
  ].join('\n');
};
