import { describe, expect, it } from 'vitest';
import { claimOf, type Notice } from '../../src/domain/notice.ts';
import type { NoticeStore } from '../../src/ports/notice-store.ts';
import { minute, type OpenStore } from './samples.ts';

const notice = (more: Partial<Notice> = {}): Notice => ({
  project: 'app',
  channel: 'webhook',
  notice_key: 'checkpoint:chk_1',
  kind: 'checkpoint',
  title: 'A question waits for kim',
  text: 'Risk: high.',
  path: '/checkpoints',
  created_at: minute(1),
  ...more,
});

export const describeNoticeStore = (name: string, open: OpenStore): void => {
  const opened = async () => {
    const { stores, unitOfWork } = await open();
    const write = <T>(work: (notices: NoticeStore) => Promise<T>): Promise<T> =>
      unitOfWork.write(({ notices }) => work(notices));
    await unitOfWork.write(({ directory }) => directory.addProject('app', minute(0)));
    return { notices: stores.notices, write };
  };
  describe(`notices: ${name}`, () => {
    it('keeps the same thing once for each channel', async () => {
      const { notices, write } = await opened();
      expect(await write((store) => store.add(notice()))).toBe(true);
      expect(await write((store) => store.add(notice({ created_at: minute(5) })))).toBe(false);
      expect(await write((store) => store.add(notice({ channel: 'slack', created_at: minute(3) })))).toBe(true);
      expect(await notices.has(notice())).toBe(true);
      expect(await notices.has(notice({ notice_key: 'other' }))).toBe(false);
      expect(await notices.newestAt('app', 'checkpoint')).toBe(minute(3));
      expect(await notices.newestAt('app', 'drift')).toBeNull();
      expect(await notices.newestAt('lib', 'checkpoint')).toBeNull();
    });

    it('is due until somebody is at it, again after a failed try, and never after it was sent', async () => {
      const { notices, write } = await opened();
      await write((store) => store.add(notice()));
      await write((store) => store.add(notice({ notice_key: 'later', created_at: minute(2) })));
      const due = async (at: number) =>
        (await notices.due('app', minute(at), { since: minute(0), limit: 10 })).map((one) => one.notice.notice_key);
      expect(await due(3)).toEqual(['checkpoint:chk_1', 'later']);
      expect(await notices.due('app', minute(3), { since: minute(1), limit: 10 })).toHaveLength(1);
      expect(await notices.due('app', minute(3), { since: minute(0), limit: 1 })).toEqual([
        { notice: notice(), failures: 0 },
      ]);
      expect(await write((store) => store.note(notice(), claimOf(minute(3))))).toBe(true);
      expect(await write((store) => store.note(notice(), claimOf(minute(3))))).toBe(false);
      expect(await due(4)).toEqual(['later']);
      // Who claimed it died.
      expect(await due(6)).toEqual(['checkpoint:chk_1', 'later']);
      const failed = { result: 'failed', at: minute(4), until: minute(10), reason: 'status 500' } as const;
      expect(await write((store) => store.note(notice(), failed))).toBe(true);
      expect(await write((store) => store.note(notice(), failed))).toBe(false);
      expect(await due(9)).toEqual(['later']);
      expect(await notices.due('app', minute(10), { since: minute(0), limit: 1 })).toEqual([
        { notice: notice(), failures: 1 },
      ]);
      await write((store) => store.note(notice(), claimOf(minute(10))));
      await write((store) => store.note(notice(), { result: 'sent', at: minute(10) }));
      expect(await due(99)).toEqual(['later']);
    });

    it('tells how it stands, with the last failure', async () => {
      const { notices, write } = await opened();
      expect(await notices.standing('app', minute(0))).toEqual({ sent: 0, waiting: 0, givenUp: 0, lastFailure: null });
      for (const key of ['a', 'b', 'c']) await write((store) => store.add(notice({ notice_key: key })));
      const end = async (key: string, result: 'sent' | 'given_up'): Promise<void> => {
        await write((store) => store.note(notice({ notice_key: key }), claimOf(minute(2))));
        const outcome = { result, at: minute(2), ...(result === 'sent' ? {} : { reason: 'status 410' }) };
        await write((store) => store.note(notice({ notice_key: key }), outcome));
      };
      await end('a', 'sent');
      await end('b', 'given_up');
      expect(await notices.standing('app', minute(0))).toEqual({
        sent: 1,
        waiting: 1,
        givenUp: 1,
        lastFailure: { result: 'given_up', at: minute(2), reason: 'status 410' },
      });
    });
  });
};
