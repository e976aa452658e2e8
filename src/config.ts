import { userInfo } from 'node:os';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import { readModelFolder } from './adapters/embedding/model-folder.ts';
import { factsOfFolder } from './adapters/git/project-of-folder.ts';
import { remoteName } from './adapters/git/remote-name.ts';
import { type OidcSettings, oidcSettings } from './adapters/oidc/oidc-settings.ts';
import type { OtlpTarget } from './adapters/telemetry/otlp-push.ts';
import { otlpTarget } from './adapters/telemetry/otlp-target.ts';
import { type NotifySettings, notifySettings } from './adapters/webhooks/notify-settings.ts';
import { type CiReport, ciReport } from './domain/ci/ci-report.ts';
import { HoneError } from './domain/error.ts';
import { homeFolder, storeFile } from './store-place.ts';

/** Everything that can be set, checked. Nothing is opened for it. */
export interface Config {
  readonly store: { readonly kind: 'sqlite'; readonly path: string };
  /** Folder of data and of what belongs to this user. */
  readonly home: string;
  readonly project: string;
  readonly user: string;
  /** False: full text only. */
  readonly dense: boolean;
  /** Longest wait of a write for other writers, in milliseconds; absent: 10 s. */
  readonly writeWaitMs?: number;
  /** Longest wait of a read for the model, in milliseconds. */
  readonly denseWaitMs: number;
  readonly modelFolder: string;
  /** How much a server over HTTP logs; null: nobody said. */
  readonly log: 'info' | 'debug' | 'warn' | null;
  /** The folder from which Hone was called and whose repository it would be; null where files of callers are elsewhere. */
  readonly repository: { readonly folder: string; readonly project: string } | null;
  readonly token?: string;
  /** What the pipeline says in which Hone was called; null outside of one. */
  readonly ci: CiReport | null;
  /** Whose signed tokens are taken beside those of the store; null: nobody's. */
  readonly oidc: OidcSettings | null;
  readonly notify: NotifySettings;
  /** Where a server sends its metrics; null: nowhere. */
  readonly otlp: OtlpTarget | null;
}

export interface ConfigFlags {
  readonly store?: string | undefined;
  readonly project?: string | undefined;
  /** Folder of the embedding model. */
  readonly model?: string | undefined;
}

export interface ConfigSource {
  readonly flags: ConfigFlags;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Folder from which Hone was called. */
  readonly folder: string;
  /** A server answers agents, who must not wait for a model; a person at a command line waits for the better answer. */
  readonly serving?: boolean;
  /** Callers are on other machines: the files here are not theirs. */
  readonly remote?: boolean;
}

const WAIT_MS = { serving: 350, person: 20_000 } as const;

const Environment = z.object({
  HONE_STORE: z.string().optional(),
  HONE_PROJECT: z.string().optional(),
  HONE_USER: z.string().optional(),
  HONE_TOKEN: z.string().optional(),
  HONE_HOME: z.string().optional(),
  HONE_DENSE: z.enum(['on', 'off']).optional(),
  HONE_LOG: z.enum(['debug', 'info', 'warn']).optional(),
  HONE_MODEL: z.string().optional(),
  HONE_OIDC_ISSUER: z.string().optional(),
  HONE_OIDC_AUDIENCE: z.string().optional(),
  HONE_OIDC_CLIENT_ID: z.string().optional(),
  HONE_OIDC_CLIENT_SECRET: z.string().optional(),
  HONE_OIDC_SCOPES: z.string().optional(),
  HONE_OIDC_CLI_CLIENT_ID: z.string().optional(),
  HONE_WEBHOOK_URL: z.string().optional(),
  HONE_WEBHOOK_SECRET: z.string().optional(),
  HONE_SLACK_WEBHOOK_URL: z.string().optional(),
  HONE_NOTIFY_REVIEW_AFTER: z.string().optional(),
  HONE_DIGEST_AT: z.string().optional(),
  HONE_READ_WAIT_MS: z.coerce.number().int().min(0).max(600_000).optional(),
  HONE_WRITE_WAIT_MS: z.coerce.number().int().min(0).max(600_000).optional(),
  CLAUDE_PROJECT_DIR: z.string().optional(),
});

const ALLOWED: Readonly<Record<string, string>> = {
  HONE_DENSE: 'HONE_DENSE is `on` or `off`.',
  HONE_LOG: 'HONE_LOG is `debug`, `info` or `warn`.',
  HONE_READ_WAIT_MS: 'HONE_READ_WAIT_MS is a whole number of milliseconds, 0 to 600000.',
  HONE_WRITE_WAIT_MS: 'HONE_WRITE_WAIT_MS is a whole number of milliseconds, 0 to 600000.',
};

/** @throws HoneError INVALID_INPUT when a flag or a variable holds what is not allowed. */
export const readConfig = async ({ flags, environment, folder, serving, remote }: ConfigSource): Promise<Config> => {
  const variables = checkEnvironment(environment);
  const home = homeFolder(variables.HONE_HOME, folder);
  const facts = await factsOfFolder(folder);
  const project = flags.project ?? variables.HONE_PROJECT ?? facts.remote;
  const named = checkName('project', project ?? (await otherProject(variables.CLAUDE_PROJECT_DIR, facts.folderName)));
  return {
    store: storeOf(flags.store ?? variables.HONE_STORE, folder, home),
    home,
    project: named,
    // A remote says whose files these are, whatever project was named.
    repository: remote ? null : { folder, project: facts.remote ?? named },
    user: checkName('user', variables.HONE_USER ?? facts.userName ?? loginName()),
    dense: variables.HONE_DENSE !== 'off',
    ...(variables.HONE_WRITE_WAIT_MS === undefined ? {} : { writeWaitMs: variables.HONE_WRITE_WAIT_MS }),
    denseWaitMs: variables.HONE_READ_WAIT_MS ?? (serving ? WAIT_MS.serving : WAIT_MS.person),
    modelFolder: modelFolderOf(flags.model ?? variables.HONE_MODEL, folder),
    log: variables.HONE_LOG ?? null,
    ci: ciReport(environment),
    oidc: oidcSettings(variables),
    notify: notifySettings(variables),
    otlp: serving ? otlpTarget(environment) : null,
    ...(variables.HONE_TOKEN === undefined ? {} : { token: variables.HONE_TOKEN }),
  };
};

/** The same from src/ and from dist/: both lie directly in the package. */
const SHIPPED_MODEL = fileURLToPath(new URL('../data/models/all-MiniLM-L6-v2', import.meta.url));

/** A folder that was named is looked at here, so that a wrong one is refused in words before anything starts. */
const modelFolderOf = (named: string | undefined, folder: string): string =>
  named === undefined ? SHIPPED_MODEL : readModelFolder(resolve(folder, named)).folder;

const checkEnvironment = (environment: ConfigSource['environment']): z.infer<typeof Environment> => {
  // Clients write unset variables as empty strings.
  const set = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
  );
  const checked = Environment.safeParse(set);
  if (checked.success) return checked.data;
  const name = String(checked.error.issues[0]?.path[0]);
  throw new HoneError('INVALID_INPUT', `The variable ${name} holds what is not allowed.`, ALLOWED[name] ?? '');
};

const storeOf = (named: string | undefined, folder: string, home: string): Config['store'] => {
  if (named === undefined) return { kind: 'sqlite', path: storeFile(named, folder, home) };
  if (/^postgres(?:ql)?:/iu.test(named)) {
    throw new HoneError(
      'INVALID_INPUT',
      'This version keeps its store in an SQLite file and cannot use a PostgreSQL server.',
      'Give a file path: --store ./hone.db, or HONE_STORE=/path/to/hone.db. A team shares it through `hone serve --http`.',
    );
  }
  if (named.trim() === '' || named === ':memory:' || /^[a-z][a-z0-9+.-]+:\/\//iu.test(named)) {
    throw new HoneError('INVALID_INPUT', 'The store is not a file path.', 'Example: --store ./hone.db');
  }
  return { kind: 'sqlite', path: storeFile(named, folder, home) };
};

const otherProject = async (projectFolder: string | undefined, folderName: string): Promise<string> =>
  (projectFolder === undefined ? null : (await factsOfFolder(projectFolder)).remote) ?? (folderName || 'default');

const loginName = (): string => {
  try {
    return userInfo().username;
  } catch {
    // A container may run under an id that has no name.
    return 'unknown';
  }
};

const LONGEST_NAME = 200;

export const projectNamed = (given: string): string => checkName('project', given);

const checkName = (what: 'project' | 'user', given: string): string => {
  const name = what === 'project' ? (remoteName(given) ?? given).trim() : given.trim();
  if (name === '' || name.length > LONGEST_NAME || /\p{Cc}/u.test(name)) {
    throw new HoneError(
      'INVALID_INPUT',
      `The ${what} name is empty, longer than ${LONGEST_NAME} characters, or has control characters.`,
      what === 'project' ? 'Example: --project github.com/acme/app' : 'Example: HONE_USER=ann',
    );
  }
  return name;
};
