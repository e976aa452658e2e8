import { HoneError, notFound } from '../../domain/error.ts';
import { carriedTriggers, carriedVotes, toSixDigits } from '../../domain/learning/carry-over.ts';
import type { Lesson, LessonText } from '../../domain/lesson.ts';
import type { LessonStore } from '../../ports/lesson-store.ts';
import type { Connection } from './connection.ts';
import { indexLesson, indexTrigger, keepNewestTriggers, reindexLesson, setLessonPool } from './lesson-index.ts';
import type { LessonKey } from './lesson-key.ts';
import { type LessonTables, toLessonRow } from './lesson-tables.ts';
import { poolOf } from './pools.ts';
import { readDocument, setPaths } from './text-index.ts';

/** The half of the lesson store that reads. */
export type LessonReads = Pick<
  LessonStore,
  | 'find'
  | 'record'
  | 'openConflicts'
  | 'activeAuthors'
  | 'list'
  | 'withoutVectors'
  | 'votesOf'
  | 'searchedTriggers'
  | 'calibration'
  | 'lastCitationCheck'
  | 'vectorCount'
>;

type LessonWrites = Omit<LessonStore, keyof LessonReads>;

/** The half of the lesson store that writes: row, full text and vectors together. */
export const lessonWrites = (connection: Connection, tables: LessonTables): LessonWrites => ({
  ...textWrites(connection, tables),
  ...factWrites(connection, tables),
  ...learningWrites(connection, tables),
});

const OWN = 'project_id = @project AND lesson_id = @lessonId';

const textWrites = (connection: Connection, tables: LessonTables) =>
  ({
    add: async ({ lesson, index, transition, evidence, links }) => {
      const { project, lesson_id: lessonId } = lesson;
      const owner = { project_id: project, lesson_id: lessonId };
      tables.lesson.add(toLessonRow(lesson));
      addVersion(tables, lesson, lesson.provenance.author);
      tables.transition.add(transition, { project_id: project });
      for (const one of evidence) tables.evidence.add(one, owner);
      for (const link of links) addLink(connection, project, lessonId, link);
      indexLesson(connection, { project, lessonId }, poolOf(lesson.state), index, pathsOf(lesson));
    },
    revise: async (lesson, index, by, changed = 0) => {
      const { project, lesson_id: lessonId, version, updated_at, confirmed_at } = lesson;
      const moved = connection.run(
        `UPDATE lesson SET version = @version, updated_at = @updated_at, confirmed_at = max(confirmed_at, @confirmed_at)
         WHERE ${OWN} AND version = @version - 1`,
        { project, lessonId, version, updated_at, confirmed_at },
      );
      if (moved === 0) throw movedOn();
      addVersion(tables, lesson, by);
      setPaths(connection, { project, lessonId }, pathsOf(lesson));
      reindexLesson(connection, { project, lessonId }, index);
      discountVotes(connection, { project, lessonId }, changed);
      keepTriggers(connection, { project, lessonId }, changed);
    },
    replaceIndex: async (project, lessonId, version, index, triggers) => {
      const current = connection.column<number>(`SELECT version FROM lesson WHERE ${OWN}`, { project, lessonId })[0];
      if (current !== version) return false;
      reindexLesson(connection, { project, lessonId }, index, triggers);
      return true;
    },
  }) satisfies Partial<LessonStore>;

const factWrites = (connection: Connection, tables: LessonTables) =>
  ({
    move: async (project, step, approvedBy) => {
      const { lesson_id: lessonId, from, to, at } = step;
      const changed = connection.run(
        `UPDATE lesson SET state = @to, updated_at = @at, approved_by = CASE WHEN @unapproved THEN NULL ELSE coalesce(@approvedBy, approved_by) END,
           confirmed_at = CASE WHEN @approvedBy IS NULL THEN confirmed_at ELSE max(confirmed_at, @at) END
         WHERE ${OWN} AND state = @from`,
        { project, lessonId, from, to, at, approvedBy: approvedBy ?? null, unapproved: Number(approvedBy === null) },
      );
      if (changed === 0) throw movedOn();
      tables.transition.add(step, { project_id: project });
      setLessonPool(connection, { project, lessonId }, poolOf(to));
    },
    addEvidence: async (project, lessonId, evidence) =>
      tables.evidence.add(evidence, { project_id: project, lesson_id: lessonId }),
    addTrigger: async (project, lessonId, trigger, index) => {
      tables.trigger.add(trigger, { project_id: project, lesson_id: lessonId });
      indexTrigger(connection, { project, lessonId }, index);
      connection.run(`UPDATE lesson SET confirmed_at = max(confirmed_at, @at) WHERE ${OWN}`, {
        project,
        lessonId,
        at: trigger.at,
      });
    },
    addCitationCheck: async (project, lessonId, check) =>
      tables.citationCheck.add(check, { project_id: project, lesson_id: lessonId }),
    setCritical: async (project, lessonId, critical) => {
      const changed = connection.run(`UPDATE lesson SET critical = @critical WHERE ${OWN}`, {
        project,
        lessonId,
        critical: Number(critical),
      });
      if (changed === 0) throw notFound('lesson');
    },
    link: async (project, lessonId, links) => {
      for (const link of links) addLink(connection, project, lessonId, link);
    },
    unlink: async (project, lessonId, { lesson_id: other, relation }) => {
      connection.run(
        `DELETE FROM lesson_link WHERE project_id = @project AND from_lesson_id = @lessonId
           AND lesson_id = @other AND relation = @relation`,
        { project, lessonId, other, relation },
      );
    },
  }) satisfies Partial<LessonStore>;

const learningWrites = (connection: Connection, tables: LessonTables) =>
  ({
    vote: async (project, lessonId, { verdict, weight, by, at, version }) => {
      const counted = connection.run(
        `INSERT INTO vote (project_id, lesson_id, by, day, verdict, weight, at, version)
         VALUES (@project, @lessonId, @by, @day, @verdict, @weight, @at, @version)
         ON CONFLICT (project_id, lesson_id, by, day) DO NOTHING`,
        { project, lessonId, by, day: at.slice(0, DAY), verdict, weight, at, version: version ?? null },
      );
      if (counted === 0) return false;
      setVotes(connection, { project, lessonId }, ({ helped, harmed }) => ({
        helped: toSixDigits(helped + (verdict === 'helpful' ? weight : 0)),
        harmed: toSixDigits(harmed + (verdict === 'harmful' ? weight : 0)),
      }));
      return true;
    },
    restate: async (project, lessonId, { state, helped, harmed, confirmed_at }) => {
      const changed = connection.run(
        `UPDATE lesson SET state = @state, helped = @helped, harmed = @harmed, confirmed_at = @confirmed_at WHERE ${OWN}`,
        { project, lessonId, state, helped, harmed, confirmed_at },
      );
      if (changed === 0) throw notFound('lesson');
      setLessonPool(connection, { project, lessonId }, poolOf(state));
    },
    setCalibration: async (project, { fitted_at, verdicts, threshold, curve }) => {
      connection.run('DELETE FROM calibration WHERE project_id = @project', { project });
      const known = { ...(threshold === null ? {} : { threshold }), ...(curve === null ? {} : { curve }) };
      tables.calibration.add({ project, fitted_at, verdicts, ...known });
    },
  }) satisfies Partial<LessonStore>;

const DAY = 'YYYY-MM-DD'.length;

interface Votes {
  readonly helped: number;
  readonly harmed: number;
}

const setVotes = (connection: Connection, key: LessonKey, change: (votes: Votes) => Votes): void => {
  const votes = connection.get<Votes>(`SELECT helped, harmed FROM lesson WHERE ${OWN}`, { ...key });
  if (votes === undefined) return;
  connection.run(`UPDATE lesson SET helped = @helped, harmed = @harmed WHERE ${OWN}`, { ...key, ...change(votes) });
};

const discountVotes = (connection: Connection, key: LessonKey, changed: number): void =>
  setVotes(connection, key, ({ helped, harmed }) => ({
    helped: carriedVotes(helped, changed),
    harmed: carriedVotes(harmed, changed),
  }));

const keepTriggers = (connection: Connection, key: LessonKey, changed: number): void => {
  const searched = readDocument(connection, key)?.trigger.length ?? 0;
  keepNewestTriggers(connection, key, carriedTriggers(searched, changed));
};

const movedOn = (): HoneError =>
  new HoneError('CONFLICT', 'The lesson changed meanwhile, or is not in this project.', 'Read it again, then decide.');

const addVersion = (tables: LessonTables, lesson: Lesson, by: string): void => {
  const { project, lesson_id, updated_at: at } = lesson;
  tables.version.add({ ...lesson, by, at }, { project_id: project, lesson_id });
};

const addLink = (
  connection: Connection,
  project: string,
  from: string,
  link: { lesson_id: string; relation: string; similarity: number },
): void => {
  connection.run(
    `INSERT INTO lesson_link (project_id, from_lesson_id, lesson_id, relation, similarity)
     VALUES (@project, @from, @lesson_id, @relation, @similarity)
     ON CONFLICT (project_id, from_lesson_id, lesson_id, relation) DO UPDATE SET similarity = excluded.similarity`,
    { project, from, ...link },
  );
};

const pathsOf = ({ scope, citations }: Pick<LessonText, 'scope' | 'citations'>): string[] => [
  ...new Set([...(scope.paths ?? []), ...citations.map((citation) => citation.path)]),
];
