import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import type { Config } from './config.ts';
import type { CliHost, Connection } from './transports/cli/context.ts';

const { env } = process;
/** What the user starts; the same from src/ and from dist/: both lie beside it. */
const main = fileURLToPath(new URL(`./main${extname(import.meta.url)}`, import.meta.url));

const SETTLED_MS = 300;

/**
 * One server stands beside every client, idle most of the time: V8 must not keep tens of MB ready for short-lived
 * objects, nor let the old ones double before it looks what is still in use. Other commands end soon, and those that read
 * much are a fifth slower without that room.
 */
if (process.argv.includes('serve')) {
  // Not before it has answered: to sweep so often while the program is read costs an eighth of the start.
  setTimeout(() => {
    setFlagsFromString('--semi-space-growth-factor=1');
    setFlagsFromString('--heap-growing-percent=20');
  }, SETTLED_MS).unref();
}

const callingFolder = (): string => {
  try {
    return process.cwd();
  } catch {
    // It can be deleted under a shell that still stands in it.
    return homedir();
  }
};
const folder = callingFolder();

/** Everything heavy (configuration, store, model) is loaded when a command asks for it: `--help` must not wait for a database driver. */
const connect: CliHost['connect'] = async (flags) => {
  const { projectNamed, readConfig } = await import('./config.ts');
  const { fileSpool } = await import('./adapters/spool/file-spool.ts');
  const { socketFolder, spoolFolder } = await import('./adapters/spool/places.ts');
  const config = await readConfig({
    flags,
    environment: env,
    folder,
    serving: flags.serving === true,
    remote: flags.remote === true,
  });
  return {
    project: config.project,
    user: config.user,
    home: config.home,
    storeLocation: config.store.path,
    ...(config.token === undefined ? {} : { token: config.token }),
    ...(config.oidc === null ? {} : { issuer: config.oidc.issuer, cliClientId: config.oidc.cliClientId }),
    ...signInOf(config.oidc),
    open: async () => (await import('./compose.ts')).compose(config),
    log: async () =>
      (await import('./adapters/logging/pino-log.ts')).pinoLog(config.log ?? (process.stderr.isTTY ? 'warn' : 'info')),
    standby: async () => (await import('./standby.ts')).openStandby(config),
    restore: async (options) => (await import('./compose.ts')).restoreTo(config, options),
    ci: config.ci,
    codeHistory: async () => (await import('./compose.ts')).codeHistoryOf(folder),
    projectNamed,
    hooks: { spool: fileSpool(spoolFolder(config.store.path)), sockets: socketFolder(config.store.path) },
    clientSetups: async () =>
      (await import('./set-up-machine.ts')).setUpMachine(config, {
        folder,
        main,
        packageName: manifest.name,
        flags,
        environment: env,
      }),
    teamHere: async () => {
      if (flags.store !== undefined || env.HONE_STORE) return null;
      return (await import('./team-machine.ts')).teamOfProject(config);
    },
    teamMachine: async () => (await import('./team-machine.ts')).teamMachineOf(config),
    clock: async () => (await import('./adapters/system/system-clock.ts')).systemClock,
    examineApart: async () => (await import('./examine-apart.ts')).examineApart({ config, folder, environment: env }),
    inspectMachine: async () =>
      (await import('./inspect-machine.ts')).inspectMachine(config, {
        folder,
        environment: env,
        // A page that is looked at starts nothing.
        start: flags.serving !== true,
      }),
  };
};

const signInOf = (oidc: Config['oidc']): Pick<Connection, 'browserSignIn'> => {
  const client = oidc?.client ?? null;
  if (oidc === null || client === null) return {};
  return {
    browserSignIn: async () => (await import('./adapters/oidc/browser-sign-in.ts')).browserSignIn(oidc, client),
  };
};

/** A reader that has seen enough (`| head`) is no failure. */
const leaveWhenUnread = (error: NodeJS.ErrnoException): void => {
  if (error.code === 'EPIPE') process.exit();
  throw error;
};
process.stdout.on('error', leaveWhenUnread);
process.stderr.on('error', leaveWhenUnread);

const manifest = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  name: string;
  version: string;
};

const { runCommandLine } = await import('./transports/cli/run-command-line.ts');
process.exitCode = await runCommandLine(process.argv.slice(2), manifest.version, {
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  color: (env.NO_COLOR ?? '') === '',
  debug: env.HONE_LOG === 'debug',
  folder,
  own: { main, folder: fileURLToPath(new URL('..', import.meta.url)) },
  connect,
});
