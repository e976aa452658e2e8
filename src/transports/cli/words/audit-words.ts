import type { AuditReport } from '../../../domain/audit.ts';
import type { PurgedLesson } from '../../../use-cases/purge-lesson.ts';
import type { QuarantinedLessons } from '../../../use-cases/quarantine-written.ts';
import type { ListedEvent } from '../../../use-cases/read-audit.ts';
import type { Receiver } from '../../../use-cases/who-received.ts';
import type { Output } from '../output.ts';
import { counted } from './lesson-words.ts';

const placed = (project: string): string => (project === '' ? 'the store' : project);

export const verifyWords = (output: Output, report: AuditReport): string => {
  const { paint, show } = output;
  const looked = `${report.events} events in ${counted(report.heads.length, report.heads.length, 'chain')}, ${report.rows} rows.`;
  if (report.ok) return `${paint.green('Everything fits.')} ${looked}`;
  return [
    `${paint.red('Something does not fit.')} ${looked}`,
    ...report.findings.map(
      ({ project, seq, what }) => `${show(placed(project))}${seq === undefined ? '' : ` event ${seq}`}: ${show(what)}`,
    ),
  ].join('\n');
};

export const auditList = (output: Output, items: readonly ListedEvent[], total: number): string => {
  if (items.length === 0) return 'No events.';
  const { show, paint } = output;
  const lines = items.map((event) => {
    const who = `${event.role} ${show(event.actor)}${event.credential === undefined ? '' : ` (${event.credential})`}`;
    const what = `${show(event.verb)}${event.denied ? paint.red(' refused') : ''}`;
    const about =
      event.lessons.length === 0
        ? ''
        : `  ${event.lessons.slice(0, 3).join(' ')}${event.lessons.length > 3 ? ' …' : ''}`;
    return `${show(placed(event.project))} ${event.seq}  ${event.at}  ${who}: ${what}${about}`;
  });
  return [...lines, counted(items.length, total, 'event')].join('\n');
};

export const receiverList = (output: Output, items: readonly Receiver[]): string =>
  items.length === 0
    ? 'No run was shown this lesson.'
    : items
        .map(
          (one) =>
            `${one.run_id}  ${one.at}  ${output.show(one.task_key ?? one.task_id)}  ${output.show(one.principal)}${one.agent === undefined ? '' : ` with ${output.show(one.agent)}`}`,
        )
        .join('\n');

export const quarantineWords = (output: Output, { quarantined, left, touched }: QuarantinedLessons): string =>
  [
    `${counted(quarantined.length, quarantined.length, 'lesson')} held; served to nobody from now on.`,
    ...quarantined.map((one) => `${one.lesson_id}  was ${one.was}  ${output.show(one.project)}`),
    ...(left.length === 0 ? [] : [`${counted(left.length, left.length, 'lesson')} more were not served before.`]),
    ...(touched.length === 0
      ? []
      : [
          'Taken back from lessons of others (votes, evidence, triggers, verdicts):',
          ...touched.map((one) => `${one.lesson_id}  ${one.taken_back} taken back  ${output.show(one.project)}`),
        ]),
  ].join('\n');

export const purgeWords = (output: Output, { lesson_id, purged, backups }: PurgedLesson): string =>
  [
    purged
      ? `${lesson_id} holds no words any more; that it was there, and who did what with it, stays.`
      : `${lesson_id} may be purged: an admin of another name does it with the same command.`,
    ...(backups.length === 0
      ? []
      : ['These backups may hold its words still:', ...backups.map((file) => output.show(file))]),
  ].join('\n');
