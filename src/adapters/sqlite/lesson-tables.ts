import type { Evidence, Lesson, LessonLink, LessonText, Provenance, Transition, Trigger } from '../../domain/lesson.ts';
import type { Connection } from './connection.ts';
import { learningTables } from './learning-tables.ts';
import { RecordTable } from './record-table.ts';

/** A lesson's row: all but its words, which are its version's, and its provenance spread out. */
type LessonRow = Omit<Lesson, keyof LessonText | 'provenance'> &
  Omit<Provenance, 'at'> & { readonly provenance_at: string };
type Signed = { readonly by: string; readonly at: string };
type VersionRow = LessonText & { readonly version: number } & Signed;

const OWNER = ['project_id', 'lesson_id'];

const TEXT_FIELDS = {
  when: 'plain',
  rule: 'plain',
  not_when: 'plain',
  why: 'plain',
  examples: 'json',
  citations: 'json',
  scope: 'json',
} as const;

/** The tables of lessons and what belongs to them. */
export const lessonTables = (connection: Connection) => ({
  lesson: new RecordTable<LessonRow>(connection, {
    table: 'lesson',
    fields: {
      project: 'plain',
      lesson_id: 'plain',
      state: 'plain',
      version: 'plain',
      source: 'plain',
      author: 'plain',
      approved_by: 'plain',
      provenance_at: 'plain',
      critical: 'flag',
      run_id: 'plain',
      created_at: 'plain',
      updated_at: 'plain',
      confirmed_at: 'plain',
      helped: 'plain',
      harmed: 'plain',
    },
  }),
  version: new RecordTable<VersionRow>(connection, {
    table: 'lesson_version',
    owner: OWNER,
    fields: { ...TEXT_FIELDS, version: 'plain', by: 'plain', at: 'plain' },
  }),
  /** The words of each lesson's current version, to be joined. */
  text: new RecordTable<LessonText & { lesson_id: string }>(connection, {
    table: 'lesson_version',
    fields: { ...TEXT_FIELDS, lesson_id: 'plain' },
  }),
  evidence: new RecordTable<Evidence & Signed>(connection, {
    table: 'evidence',
    owner: OWNER,
    numberedBy: OWNER,
    fields: { kind: 'plain', ref: 'plain', text: 'plain', by: 'plain', at: 'plain' },
  }),
  trigger: new RecordTable<Trigger>(connection, {
    table: 'lesson_trigger',
    owner: OWNER,
    numberedBy: OWNER,
    fields: { text: 'plain', at: 'plain', source: 'plain', version: 'plain' },
  }),
  ...learningTables(connection),
  transition: new RecordTable<Transition>(connection, {
    table: 'transition',
    owner: ['project_id'],
    numberedBy: OWNER,
    fields: {
      lesson_id: 'plain',
      version: 'plain',
      from: 'plain',
      to: 'plain',
      actor: 'plain',
      role: 'plain',
      reason: 'plain',
      at: 'plain',
    },
  }),
  link: new RecordTable<LessonLink>(connection, {
    table: 'lesson_link',
    owner: ['project_id', 'from_lesson_id'],
    fields: { lesson_id: 'plain', relation: 'plain', similarity: 'plain' },
  }),
});

export type LessonTables = ReturnType<typeof lessonTables>;

export const toLessonRow = ({ provenance, ...lesson }: Lesson): LessonRow => {
  const { at, ...origin } = provenance;
  return { ...lesson, ...origin, provenance_at: at };
};

export const toLesson = (row: LessonRow, { lesson_id: _, ...text }: LessonText & { lesson_id: string }): Lesson => {
  const { source, author, approved_by, provenance_at, ...lesson } = row;
  const approval = approved_by === undefined ? {} : { approved_by };
  return { ...lesson, ...text, provenance: { source, author, ...approval, at: provenance_at } };
};
