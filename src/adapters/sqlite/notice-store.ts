import type { Time } from '../../domain/ids.ts';
import type { Notice, NoticeTry } from '../../domain/notice.ts';
import type { NoticeStore } from '../../ports/notice-store.ts';
import type { Connection } from './connection.ts';
import { RecordTable } from './record-table.ts';

const OF_NOTICE = 'project_id = @project AND channel = @channel AND notice_key = @notice_key';

/** Each notice with its newest attempt and how many failed before. */
const STANDING = `
SELECT notice.project_id AS project, notice.channel, notice.notice_key, newest.result, newest.until, newest.at, newest.reason,
  (SELECT count(*) FROM notice_try AS failed WHERE failed.project_id = notice.project_id AND failed.channel = notice.channel
     AND failed.notice_key = notice.notice_key AND failed.result = 'failed') AS failures
FROM notice LEFT JOIN notice_try AS newest ON newest.project_id = notice.project_id AND newest.channel = notice.channel
  AND newest.notice_key = notice.notice_key
  AND newest.seq = (SELECT max(seq) FROM notice_try AS other WHERE other.project_id = notice.project_id
    AND other.channel = notice.channel AND other.notice_key = notice.notice_key)
WHERE notice.project_id = @project AND notice.created_at > @since`;

interface Standing extends Pick<Notice, 'project' | 'channel' | 'notice_key'> {
  readonly result: NoticeTry['result'] | null;
  readonly at: Time | null;
  readonly until: Time | null;
  readonly reason: string | null;
  readonly failures: number;
}

export const sqliteNoticeStore = (connection: Connection): NoticeStore => {
  const notices = new RecordTable<Notice>(connection, {
    table: 'notice',
    fields: {
      project: 'plain',
      channel: 'plain',
      notice_key: 'plain',
      kind: 'plain',
      title: 'plain',
      text: 'plain',
      path: 'plain',
      created_at: 'plain',
    },
  });
  const tries = new RecordTable<NoticeTry>(connection, {
    table: 'notice_try',
    owner: ['project_id', 'channel', 'notice_key'],
    fields: { result: 'plain', at: 'plain', until: 'plain', reason: 'plain' },
    numberedBy: ['project_id', 'channel', 'notice_key'],
  });
  const find = ({ project, channel, notice_key }: Pick<Notice, 'project' | 'channel' | 'notice_key'>): Notice | null =>
    notices.first(`WHERE ${OF_NOTICE}`, { project, channel, notice_key });
  const standing = (project: string, since: Time): Standing[] => connection.all<Standing>(STANDING, { project, since });
  return {
    has: async (notice) => find(notice) !== null,
    add: async (notice) => {
      if (find(notice) !== null) return false;
      notices.add(notice);
      return true;
    },
    newestAt: async (project, kind) =>
      notices.first('WHERE project_id = @project AND kind = @kind ORDER BY created_at DESC', { project, kind })
        ?.created_at ?? null,
    due: async (project, at, { since, limit }) =>
      standing(project, since)
        .filter((one) => isDue(one, at))
        .flatMap((one) => {
          const notice = find(one);
          return notice === null ? [] : [{ notice, failures: one.failures }];
        })
        .sort((a, b) => a.notice.created_at.localeCompare(b.notice.created_at))
        .slice(0, limit),
    note: async (notice, outcome) => {
      const { project, channel, notice_key } = notice;
      const newest = tries.first(`WHERE ${OF_NOTICE} ORDER BY seq DESC`, { project, channel, notice_key });
      if (outcome.result === 'claimed' ? !isDue(newest ?? NEVER, outcome.at) : newest?.result !== 'claimed')
        return false;
      tries.add(outcome, { project_id: project, channel, notice_key });
      return true;
    },
    standing: async (project, since) => {
      const all = standing(project, since);
      const count = (...results: readonly Standing['result'][]): number =>
        all.filter(({ result }) => results.includes(result)).length;
      return {
        sent: count('sent'),
        waiting: count(null, 'claimed', 'failed'),
        givenUp: count('given_up'),
        lastFailure: lastFailure(all),
      };
    },
  };
};

const NEVER = { result: null, until: null };

const isDue = ({ result, until }: { result: NoticeTry['result'] | null; until?: Time | null }, at: Time): boolean =>
  result === null || ((result === 'failed' || result === 'claimed') && (until ?? '') <= at);

const lastFailure = (all: readonly Standing[]): NoticeTry | null => {
  const failed = all.filter(({ result }) => result === 'failed' || result === 'given_up');
  const [last] = failed.sort((a, b) => (b.at ?? '').localeCompare(a.at ?? ''));
  if (last?.result === undefined || last.result === null || last.at === null) return null;
  return { result: last.result, at: last.at, ...(last.reason === null ? {} : { reason: last.reason }) };
};
