import { describe, expect, it } from 'vitest';
import type { Signature } from '../../src/domain/audit.ts';
import type { AuditLog } from '../../src/ports/audit-log.ts';
import { minute, newLesson, type OpenStore, sampleStep } from './samples.ts';

type OpenAudited = () => Promise<Awaited<ReturnType<OpenStore>> & { readonly audit: AuditLog }>;

const by = (actor: string, more: Partial<Signature> = {}): Signature => ({
  actor,
  role: 'agent',
  verb: 'propose_lesson',
  project: 'app',
  ...more,
});

export const describeAuditLog = (name: string, open: OpenAudited): void => {
  const filled = async () => {
    const store = await open();
    const add = (id: string, signature: Signature, project = 'app') =>
      store.unitOfWork.write(async ({ directory, lessons }) => {
        await directory.addProject(project, minute(0));
        await lessons.add(newLesson(id, { project }));
      }, signature);
    await add('les_a', by('ann', { credential: 'tok_a' }));
    await add('les_b', by('ben', { credential: 'tok_b' }));
    await add('les_c', by('ann', { credential: 'tok_a' }), 'web');
    return store;
  };

  describe(`audit log: ${name}`, () => {
    it('has one event a write, in the chain of its project, with who and what', async () => {
      const { audit } = await filled();
      const { items, total } = await audit.events('app', {});
      expect(total).toBe(2);
      expect(items.map(({ seq, actor, credential, verb, denied }) => [seq, actor, credential, verb, denied])).toEqual([
        [1, 'ann', 'tok_a', 'propose_lesson', false],
        [2, 'ben', 'tok_b', 'propose_lesson', false],
      ]);
      const tables = items[0]?.changes.map(([table, key]) => `${table} ${key.join(' ')}`);
      expect(tables).toEqual(expect.arrayContaining(['lesson les_a', 'lesson_version les_a 1', 'transition les_a 1']));
      expect((await audit.events('web', {})).total).toBe(1);
      expect((await audit.events('none', {})).items).toEqual([]);
    });

    it('finds what a token or a name did, in a period, and the newest so many', async () => {
      const { audit } = await filled();
      const ids = async (filter: Parameters<AuditLog['events']>[1]) =>
        (await audit.events('app', filter)).items.map(({ seq }) => seq);
      expect([await ids({ by: 'tok_a' }), await ids({ by: 'ben' }), await ids({ by: "x' OR 1=1" })]).toEqual([
        [1],
        [2],
        [],
      ]);
      expect([await ids({ limit: 1 }), await ids({ limit: 9 })]).toEqual([[2], [1, 2]]);
      const second = (await audit.events('app', {})).items[1]?.at ?? '';
      expect(await ids({ to: '2020-01-01T00:00:00.000Z' })).toEqual([]);
      expect(await ids({ from: second })).toContain(2);
    });

    it('keeps nothing of a write that was undone, and nothing of one that wrote nothing', async () => {
      const { unitOfWork, audit } = await filled();
      const failing = unitOfWork.write(async ({ lessons }) => {
        await lessons.add(newLesson('les_x'));
        throw new Error('no');
      }, by('ann'));
      await expect(failing).rejects.toThrow('no');
      await unitOfWork.write(async () => 1, by('ann'));
      expect((await audit.events('app', {})).total).toBe(2);
      expect((await audit.verify([])).ok).toBe(true);
    });

    it('has an event for what was refused', async () => {
      const { unitOfWork, audit } = await filled();
      await unitOfWork.write(async () => undefined, by('ann', { verb: 'review accept', denied: true }));
      expect((await audit.events('app', {})).items.at(-1)).toMatchObject({
        denied: true,
        verb: 'review accept',
        changes: [],
      });
    });

    it('writes down what Hone does by itself, and what belongs to no project', async () => {
      const { unitOfWork, audit } = await filled();
      await unitOfWork.write(({ lessons }) =>
        lessons.move('app', sampleStep('les_a', { from: 'active', to: 'retired' })),
      );
      expect((await audit.events('app', {})).items.at(-1)).toMatchObject({ actor: 'hone', role: 'policy' });
      const token = { token_id: 'tok_c', name: 'ann', role: 'agent', projects: '*', created_by: 'kim' } as const;
      await unitOfWork.write(
        ({ directory }) =>
          directory.addToken({ ...token, created_at: minute(0), expires_at: minute(9) }, 'ab'.repeat(32)),
        by('kim', { role: 'admin' }),
      );
      const { items } = await audit.events('', {});
      expect(items.at(-1)).toMatchObject({
        project: '',
        actor: 'kim',
        changes: [['token', ['tok_c'], expect.any(String)]],
      });
    });

    it('verifies what was written, and its own heads kept outside', async () => {
      const { audit } = await filled();
      const heads = await audit.heads();
      expect(heads.map(({ project, seq }) => [project, seq])).toEqual([
        ['app', 2],
        ['web', 1],
      ]);
      const report = await audit.verify(heads);
      expect(report).toMatchObject({ ok: true, events: 3, heads, findings: [] });
      expect(report.rows).toBeGreaterThan(8);
      const [app] = heads;
      const ahead = await audit.verify([{ project: 'app', seq: 5, hash: app?.hash ?? '' }]);
      expect(ahead).toMatchObject({ ok: false, findings: [{ project: 'app', seq: 5 }] });
      expect((await audit.verify([{ project: 'app', seq: 1, hash: app?.hash ?? '' }])).ok).toBe(false);
    });
  });
};
