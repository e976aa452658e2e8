import { callFiles } from './adapters/spool/call-files.ts';
import { fileSpool } from './adapters/spool/file-spool.ts';
import { teamCallsFolder, teamSpoolFolder } from './adapters/spool/places.ts';
import { openTeamMachine } from './adapters/team/open-team-machine.ts';
import type { Config } from './config.ts';
import { isTeamProject } from './domain/team-connection.ts';
import type { TeamMachine } from './ports/team-machine.ts';

/** What a developer's machine asks for at the provider: who they are, and what an agent may do. */
const SCOPES = 'openid profile memory:read memory:write';

/** Plugs in what `hone connect` works with. */
export const teamMachineOf = ({ home }: Pick<Config, 'home'>): TeamMachine => {
  return openTeamMachine({
    home,
    waitingFor: (url) => {
      const folder = teamSpoolFolder(home, url);
      return { folder, spool: fileSpool(folder), calls: callFiles(teamCallsFolder(home, url)) };
    },
    signInAt: async ({ issuer, resource, clientId }, { clientId: named, tell, browser }) => {
      const { loopbackSignIn } = await import('./adapters/oidc/loopback-sign-in.ts');
      const { openBrowser } = await import('./adapters/system/open-browser.ts');
      return loopbackSignIn({
        issuer,
        resource,
        clientId: named ?? clientId,
        scopes: SCOPES,
        open: async (address) => tell(address, browser && (await openBrowser(address))),
      });
    },
  });
};

/** The team's server, where this machine is connected to one and the project is the team's. */
export const teamOfProject = (config: Pick<Config, 'home' | 'project'>): TeamMachine | null => {
  const machine = teamMachineOf(config);
  const team = machine.read();
  return team !== null && isTeamProject(team, config.project) ? machine : null;
};
