import { holds } from '../../domain/guard/finding.ts';
import type { LessonRecord } from '../../domain/lesson.ts';
import type { Services } from '../services.ts';
import { partsOf } from './inspect-lesson.ts';
import { readableByAgents } from './readable-by-agents.ts';

type Around = Pick<LessonRecord, 'versions' | 'evidence' | 'triggers' | 'transitions'>;

/**
 * What is kept around a lesson that may be read, as an agent may read it: earlier words that a guard holds are left out;
 * of evidence, example tasks and reasons, which others wrote, the text is withheld.
 */
export const readableRecord = async (services: Services, record: LessonRecord): Promise<Around> => {
  const { lesson, evidence, triggers, transitions } = record;
  const versions = [];
  for (const version of record.versions) {
    // Whether the present words may be read was asked before: a person may have cleared them.
    const open = version.version === lesson.version || !(await services.guard.inspect(partsOf(version))).some(holds);
    if (open) versions.push(version);
  }
  return {
    versions,
    evidence: await withTexts(services, evidence, 'text'),
    triggers: await withTexts(services, triggers, 'text'),
    transitions: await withTexts(services, transitions, 'reason'),
  };
};

const withTexts = async <T extends object, K extends keyof T>(
  services: Services,
  items: readonly T[],
  field: K,
): Promise<T[]> => {
  const texts = items.flatMap((item) => (typeof item[field] === 'string' ? [String(item[field])] : []));
  const left = await readableByAgents(services, texts);
  return items.map((item) => (typeof item[field] === 'string' ? { ...item, [field]: left.shift() } : item));
};
