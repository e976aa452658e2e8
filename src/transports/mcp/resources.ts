import { type McpServer, ResourceNotFoundError, ResourceTemplate } from '@modelcontextprotocol/server';
import type { Connection } from '../../tools/call-tool.ts';
import { getLesson } from '../../use-cases/get-lesson.ts';
import type { Services } from '../../use-cases/services.ts';
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
  readonly read: (services: Services, caller: Connection, variable: string) => Promise<string>;
}

const RESOURCES: readonly ReadableResource[] = [
  {
    name: 'lesson',
    title: 'A lesson',
    description: 'The whole of one lesson, with its evidence and history.',
    template: 'lesson://{lesson_id}',
    read: async (services, caller, lesson_id) => renderGetLesson(await getLesson(services, caller, { lesson_id })),
  },
  {
    name: 'brief',
    title: 'Brief of a project',
    description: 'What to know before starting in this project: its most helpful lessons, in at most 800 tokens.',
    template: 'hone://{project}/brief',
    own: (project) => `hone://${project}/brief`,
    read: projectBrief,
  },
  {
    name: 'trends',
    title: 'Trends of a project',
    description: 'Whether agents need people less than before: 30 days, each number with n and a 95 % interval.',
    template: 'hone://{project}/trends',
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
  const { name, title, description, template, own, read } = resource;
  const mimeType = 'text/markdown';
  const uri = own?.(encodeURIComponent(options.project));
  const list = uri === undefined ? undefined : () => ({ resources: [{ uri, name, title, description, mimeType }] });
  server.registerResource(
    name,
    new ResourceTemplate(template, { list }),
    { title, description, mimeType, cacheHint: { ttlMs: 60_000, cacheScope: 'private' } },
    async (asked, variables) => {
      const [variable = ''] = Object.values(variables).flat();
      const services = await options.services();
      const caller = await options.caller(services);
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
