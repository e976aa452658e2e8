import type { Finding } from '../../domain/guard/finding.ts';
import type { Lesson } from '../../domain/lesson.ts';
import type { Stores } from '../../ports/unit-of-work.ts';

/** Notes with a lesson's version what guards found in it, for its reviewer. */
export const keepFindings = async (stores: Stores, lesson: Lesson, findings: readonly Finding[]): Promise<void> => {
  if (findings.length === 0) return;
  const stamp = { version: lesson.version, at: lesson.updated_at };
  await stores.guardNotes.keep(
    lesson.project,
    lesson.lesson_id,
    findings.map((one) => ({ ...one, ...stamp })),
  );
};
