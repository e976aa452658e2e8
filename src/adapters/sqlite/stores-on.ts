import type { Stores } from '../../ports/unit-of-work.ts';
import { sqliteAnswerStore } from './answer-store.ts';
import type { Connection } from './connection.ts';
import { sqliteDirectory } from './directory.ts';
import { sqliteEventCounts } from './event-counts.ts';
import { sqliteEventRecord } from './event-record.ts';
import { sqliteGuardNotes } from './guard-notes.ts';
import { sqliteHeardTurns } from './heard-turns.ts';
import { sqliteLessonPurge } from './lesson-purge.ts';
import { sqliteLessonSearch } from './lesson-search.ts';
import { sqliteLessonStore } from './lesson-store.ts';
import { sqliteLoopStore } from './loop-store.ts';
import { sqliteNoticeStore } from './notice-store.ts';
import { sqliteOrganisationStore } from './organisation-store.ts';
import { sqliteOverrideStore } from './override-store.ts';
import { sqliteRunStore } from './run-store.ts';
import { sqliteTakenBack } from './taken-back.ts';
import { sqliteTextScans } from './text-scans.ts';
import { sqliteTrialStore } from './trial-store.ts';
import { sqliteWorkflowStore } from './workflow-store.ts';

/** Every store over one connection. */
export const storesOn = (connection: Connection): Stores => ({
  lessons: sqliteLessonStore(connection),
  guardNotes: sqliteGuardNotes(connection),
  search: sqliteLessonSearch(connection),
  runs: sqliteRunStore(connection),
  heard: sqliteHeardTurns(connection),
  loops: sqliteLoopStore(connection),
  workflows: sqliteWorkflowStore(connection),
  events: sqliteEventRecord(connection),
  counts: sqliteEventCounts(connection),
  answers: sqliteAnswerStore(connection),
  trials: sqliteTrialStore(connection),
  directory: sqliteDirectory(connection),
  organisation: sqliteOrganisationStore(connection),
  notices: sqliteNoticeStore(connection),
  overrides: sqliteOverrideStore(connection),
  takenBack: sqliteTakenBack(connection),
  purge: sqliteLessonPurge(connection),
  scans: sqliteTextScans(connection),
});
