import type { McpServer, Resource } from '@modelcontextprotocol/server';
import {
  DIRECTORY_MIME_TYPE,
  type Skill,
  type SkillSource,
  SkillsExtension,
  skillEntry,
} from '@modelcontextprotocol/server/ext/skills';
import { withinLimits } from '../../use-cases/within-limits.ts';
import { asHoneError } from './refusal.ts';
import type { ResourceOptions } from './resources.ts';
import type { SkillFolder } from './skill-files.ts';

const ROOT = 'skill://';
const FILE_MIME_TYPE = 'text/markdown';
const GOOD_FOR_MS = 60_000;

/**
 * The lessons of the connection's project as skills, one for each workflow, for clients that know the skills extension; to
 * others they are resources. Made anew for each request, so a lesson that was taken back is gone at once.
 */
export const addSkills = (server: McpServer, options: ResourceOptions): void => {
  new SkillsExtension({
    source: sourceOf(options),
    cacheHint: { ttlMs: GOOD_FOR_MS, cacheScope: 'private' },
    onWarning: ({ message }) => options.complain(`hone: a skill is left out: ${message}`),
  }).attach(server);
};

const sourceOf = (options: ResourceOptions): SkillSource => {
  const folders = (): Promise<SkillFolder[]> => foldersFor(options);
  return {
    list: async () => ({ skills: await Promise.all((await folders()).map(entryOf)) }),
    get: async (uri) => {
      const found = (await folders()).find(({ name }) => uri === `${ROOT}${name}/SKILL.md`);
      return found === undefined ? undefined : entryOf(found);
    },
    read: async (uri) => {
      const [name = '', ...path] = uri.slice(ROOT.length).split('/');
      const files = (await folders()).find((folder) => folder.name === name)?.files ?? {};
      const text = Object.hasOwn(files, path.join('/')) ? files[path.join('/')] : undefined;
      return text === undefined ? undefined : { text, mimeType: FILE_MIME_TYPE };
    },
    readDirectory: async (uri) => {
      const place = uri.slice(ROOT.length).replace(/\/$/u, '');
      const resources = childrenOf(place, await folders());
      return resources.length === 0 && place !== '' ? undefined : { resources };
    },
    // Listing works without a store: then there is nothing to list.
    listResources: async () => (await folders().catch(() => [])).map(asResource),
  };
};

const foldersFor = async (options: ResourceOptions): Promise<SkillFolder[]> => {
  try {
    const services = await options.services();
    const caller = await options.caller(services);
    await withinLimits(services, caller, { verb: 'skills', reads: true });
    const { lessonGroups } = await import('../../use-cases/lesson-groups.ts');
    const { skillFolder } = await import('./skill-files.ts');
    return (await lessonGroups(services, caller)).map(skillFolder);
  } catch (error) {
    throw asHoneError(error, options.complain);
  }
};

const asResource = ({ name, description }: SkillFolder): Resource => ({
  uri: `${ROOT}${name}/SKILL.md`,
  name,
  description,
  mimeType: FILE_MIME_TYPE,
});

const entryOf = ({ name, files }: SkillFolder): Promise<Skill> => skillEntry(name, { ...files });

/** What lies directly in a folder: files, and folders once each. */
const childrenOf = (place: string, folders: readonly SkillFolder[]): Resource[] => {
  const within = place === '' ? '' : `${place}/`;
  const paths = folders.flatMap(({ name, files }) => Object.keys(files).map((path) => `${name}/${path}`));
  const names = paths.filter((path) => path.startsWith(within)).map((path) => path.slice(within.length).split('/'));
  const folder = new Map(names.map(([first = '', ...rest]) => [first, rest.length > 0]));
  return [...folder].map(([name, isFolder]) => ({
    uri: `${ROOT}${within}${name}`,
    name,
    mimeType: isFolder ? DIRECTORY_MIME_TYPE : FILE_MIME_TYPE,
  }));
};
