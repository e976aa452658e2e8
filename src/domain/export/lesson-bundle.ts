import type { Evidence, LessonRecord } from '../lesson.ts';

export const BUNDLE_FORMAT = 'hone-bundle';
export const BUNDLE_VERSION = 1;

export interface LessonBundle {
  readonly format: typeof BUNDLE_FORMAT;
  readonly version: typeof BUNDLE_VERSION;
  readonly project: string;
  readonly lessons: readonly object[];
}

export const writeBundle = (
  project: string,
  records: readonly LessonRecord[],
  { history }: { history: boolean },
): LessonBundle => ({
  format: BUNDLE_FORMAT,
  version: BUNDLE_VERSION,
  project,
  lessons: records.map((record) => ({ ...bundled(record), ...(history ? { history: historyOf(record) } : {}) })),
});

const bundled = ({ lesson, evidence }: LessonRecord): object => ({
  lesson_id: lesson.lesson_id,
  when: lesson.when,
  rule: lesson.rule,
  ...(lesson.not_when === undefined ? {} : { not_when: lesson.not_when }),
  ...(lesson.why === undefined ? {} : { why: lesson.why }),
  ...(lesson.examples.length === 0 ? {} : { examples: lesson.examples }),
  ...(Object.keys(lesson.scope).length === 0 ? {} : { scope: lesson.scope }),
  ...(lesson.citations.length === 0 ? {} : { citations: lesson.citations }),
  ...(evidence.length === 0 ? {} : { evidence: evidence.map(stated) }),
  state: lesson.state,
  provenance: lesson.provenance,
});

const historyOf = ({ versions, triggers, transitions, links }: LessonRecord): object => ({
  versions,
  triggers,
  transitions,
  links,
});

const stated = ({ kind, ref, text }: Evidence): Evidence => ({
  kind,
  ...(ref === undefined ? {} : { ref }),
  ...(text === undefined ? {} : { text }),
});
