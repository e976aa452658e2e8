import type { ClientReport } from '../../domain/client-report.ts';
import type { MachineInspection } from '../../ports/machine-inspection.ts';
import { type Check, fail, ok, warn } from './check.ts';

/** Each client that Hone is set up in, by starting what stands in its files; and those in which it is not. */
export const clientChecks = async (machine: MachineInspection): Promise<Check[]> => {
  const reports = await machine.clients();
  const how = 'Run `hone init`: it writes the server and the hooks.';
  if (reports.length === 0) return [warn('clients', 'No agent client was found on this machine.', how)];
  const used = reports.filter(isUsed);
  const silent = reports.filter((one) => !isUsed(one)).map((one) => one.label);
  if (used.length === 0) return [warn('clients', `${silent.join(', ')}: no configuration names Hone.`, how)];
  const rest = silent.length === 0 ? '' : ` Not in: ${silent.join(', ')}.`;
  return [
    ok('clients', `Hone is configured in ${used.map((one) => one.label).join(', ')}.${rest}`),
    ...used.map(clientCheck),
  ];
};

const isUsed = ({ servers, hooks, broken }: ClientReport): boolean =>
  servers.length > 0 || hooks.length > 0 || broken.length > 0;

/** Clients whose hooks are set up only when asked for, or that have none. */
const WITHOUT_HOOKS: readonly ClientReport['client'][] = ['opencode', 'mcp-json'];

const clientCheck = (report: ClientReport): Check => {
  const { client, label, version, servers, hooks, broken, trusted } = report;
  const name = `client_${client.replaceAll('-', '_')}`;
  const who = version === null ? label : `${label} ${version}`;
  const again = `Run \`hone init --client ${client}\`.`;
  const [unread] = broken;
  if (unread !== undefined)
    return fail(name, `${who}: ${unread.path}: ${unread.why}.`, 'Mend the file, or move it away.');
  const failed = [...servers, ...hooks].find(({ start }) => start?.ok === false);
  if (failed !== undefined) return fail(name, `${who}: ${failed.path}: ${failed.start?.detail}.`, again);
  if (servers.length === 0) return fail(name, `${who}: hooks, but no server to ask.`, again);
  const words = `${who}: ${[...servers.map(serverWords), ...hooks.map(hookWords)].join('; ')}.`;
  if (hooks.length === 0 && !WITHOUT_HOOKS.includes(client)) {
    return warn(name, `${words} No hooks: lessons come only when the agent asks.`, again);
  }
  if (!trusted) {
    return warn(
      name,
      `${words} It runs no hook before a person trusts it.`,
      `Type /hooks in ${label} and trust those of Hone.`,
    );
  }
  return ok(name, `${words}${LIMITS[client] ?? ''}`);
};

/** What hooks cannot do there. */
const LIMITS: Partial<Record<ClientReport['client'], string>> = {
  vscode: ' It takes no text at a prompt: lessons come with the next tool call.',
  opencode: ' Lessons come by the tools; with its plugin (`hone init --client opencode --with-plugin`) at prompts too.',
  'mcp-json': ' No hooks come with it: lessons come by the tools.',
};

const serverWords = ({ path, start }: ClientReport['servers'][number]): string =>
  `server of ${path}${start === null ? ' not started' : `: ${start.detail}`}`;

const hookWords = ({ path, events, start }: ClientReport['hooks'][number]): string =>
  `${events} hooks of ${path}${start === null ? ' not started' : `: ${start.detail}`}`;

const MANY_WAITING = 200;

/** What hooks could not do, of which no client says anything. */
export const hooksCheck = async (machine: MachineInspection): Promise<Check[]> => {
  const { failures, newest, waiting } = await machine.hookTraces();
  if (failures > 0) {
    const detail = `${failures} failures in the last 7 days; the newest: ${newest}`;
    return [warn('hooks', detail, 'Run `hone init` again, so that clients call this Hone.')];
  }
  if (waiting > MANY_WAITING) {
    const detail = `${waiting} events wait: no server took them into the store.`;
    return [warn('hooks', detail, 'Start an agent, or `hone serve --http`: either takes them.')];
  }
  return [ok('hooks', `No failures; ${waiting} events wait for a server.`)];
};
