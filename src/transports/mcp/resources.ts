import { type McpServer, ResourceNotFoundError, ResourceTemplate } from '@modelcontextprotocol/server';
import { ID_PREFIXES } from '../../domain/ids.ts';
import type { Connection } from '../../tools/call-tool.ts';
import { getLesson } from '../../use-cases/get-lesson.ts';
import { listLessons } from '../../use-cases/list-lessons.ts';
import { projectsInReach } from '../../use-cases/resolve-project.ts';
import type { Services } from '../../use-cases/services.ts';
import { withinLimits } from '../../use-cases/within-limits.ts';
import { projectBrief } from './project-brief.ts';
import { asHoneError } from './refusal.ts';
import { renderGetLesson } from './render/get-lesson.ts';
import { renderInterventionTrends } from './render/intervention-trends.ts';

export interface ResourceOptions {
  readonly services: () => Promise<Services>;
  readonly caller: (services: Services) => Promise<Connection>;
  readonly project: string;
  readonly complain: (line: string) => void;
}

interface ReadableResource {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly template: string;
  /** Named for the connection's own project; absent: only by id. */
  readonly own?: (project: string) => string;
  readonly variable: keyof typeof COMPLETIONS;
  readonly read: (services: Services, caller: Connection, variable: string) => Promise<string>;
}

/** As many as the protocol lets an answer hold. */
const MOST_COMPLETIONS = 100;

const COMPLETIONS = {
  /** Lessons by the beginning of their id, or by words in their text. */
  lesson_id: async (services: Services, caller: Connection, typed: string): Promise<string[]> => {
    const filter = { states: ['active', 'provisional'], newestFirst: true } as const;
    if (!typed.startsWith(ID_PREFIXES.lesson)) {
      const { items } = await listLessons(services, caller, { ...filter, contains: typed, limit: MOST_COMPLETIONS });
      return items.map(({ lesson_id }) => lesson_id);
    }
    const { items } = await listLessons(services, caller, filter);
    return items.map(({ lesson_id }) => lesson_id).filter((id) => id.startsWith(typed));
  },
  project: async (_services: Services, caller: Connection, typed: string): Promise<string[]> =>
    projectsInReach(caller, undefined).filter((name) => name.toLowerCase().includes(typed.toLowerCase())),
} as const;

const RESOURCES: readonly ReadableResource[] = [
  {
    name: 'lesson',
    title: 'A lesson',
    description: 'The whole of one lesson, with its evidence and history.',
    template: 'lesson://{lesson_id}',
    variable: 'lesson_id',
    read: async (services, caller, lesson_id) => renderGetLesson(await getLesson(services, caller, { lesson_id })),
  },
  {
    name: 'brief',
    title: 'Brief of a project',
    description: 'What to know before starting in this project: its most helpful lessons, in at most 800 tokens.',
    template: 'hone://{project}/brief',
    variable: 'project',
    own: (project) => `hone://${project}/brief`,
    read: projectBrief,
  },
  {
    name: 'trends',
    title: 'Trends of a project',
    description: 'Whether agents need people less than before: 30 days, each number with n and a 95 % interval.',
    template: 'hone://{project}/trends',
    variable: 'project',
    own: (project) => `hone://${project}/trends`,
    read: async (services, caller, project) => {
      const { interventionTrends } = await import('../../use-cases/intervention-trends.ts');
      return renderInterventionTrends(await interventionTrends(services, caller, { project }));
    },
  },
];

/** The same facts as the tools give, under the same rules, for clients that attach resources. */
export const addResources = (server: McpServer, options: ResourceOptions): void => {
  for (const resource of RESOURCES) addResource(server, resource, options);
};

const addResource = (server: McpServer, resource: ReadableResource, options: ResourceOptions): void => {
  const { name, title, description, template, own, read, variable: completed } = resource;
  const mimeType = 'text/markdown';
  const list =
    own === undefined
      ? undefined
      : async () => {
          const uris = (await ownProject(options)).map((project) => own(encodeURIComponent(project)));
          return { resources: uris.map((uri) => ({ uri, name, title, description, mimeType })) };
        };
  server.registerResource(
    name,
    new ResourceTemplate(template, { list, complete: { [completed]: (typed) => complete(completed, typed, options) } }),
    { title, description, mimeType, cacheHint: { ttlMs: 60_000, cacheScope: 'private' } },
    async (asked, variables) => {
      const [variable = ''] = Object.values(variables).flat();
      const { services, caller } = await admitted(name, options);
      const text = await read(services, caller, decodeURIComponent(variable)).catch((error) => {
        const refused = asHoneError(error, options.complain);
        // Absent and forbidden look the same.
        if (refused.code === 'NOT_FOUND' || refused.code === 'FORBIDDEN') throw new ResourceNotFoundError(asked.href);
        throw refused;
      });
      return { contents: [{ uri: asked.href, mimeType, text }] };
    },
  );
};

/** The caller's, not the one in whose folder the server was started: its name is not for everybody. None while nobody can be known. */
const ownProject = async ({ services, caller }: ResourceOptions): Promise<string[]> => {
  try {
    return [(await caller(await services())).project];
  } catch {
    return [];
  }
};

/** What a client may offer while a value is typed. @throws HoneError */
const complete = async (
  variable: keyof typeof COMPLETIONS,
  typed: string,
  options: ResourceOptions,
): Promise<string[]> => {
  try {
    const { services, caller } = await admitted('complete', options);
    return await COMPLETIONS[variable](services, caller, typed);
  } catch (error) {
    throw asHoneError(error, options.complain);
  }
};

/** Reads are counted as those of the tools are. */
const admitted = async (
  verb: string,
  options: ResourceOptions,
): Promise<{ services: Services; caller: Connection }> => {
  const services = await options.services();
  const caller = await options.caller(services);
  await withinLimits(services, caller, { verb, reads: true });
  return { services, caller };
};
