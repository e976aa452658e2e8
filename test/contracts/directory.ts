import { describe, expect, it } from 'vitest';
import type { Token } from '../../src/domain/token.ts';
import { addLessons, addRunWithTask, minute, newLesson, type OpenStore } from './samples.ts';

const token = (token_id: string, more: Partial<Token> = {}): Token => ({
  token_id,
  name: 'ann',
  role: 'agent',
  projects: ['app', "o'hara"],
  created_at: minute(0),
  created_by: 'kim',
  expires_at: minute(60),
  ...more,
});
const HASH = 'ab'.repeat(32);

export const describeDirectory = (name: string, open: OpenStore): void => {
  describe(`directory: ${name}`, () => {
    it('lists projects by name, with what they hold', async () => {
      const store = await open();
      expect(await store.stores.directory.listProjects()).toEqual([]);
      await addLessons(
        store,
        newLesson('les_a', { project: 'web' }),
        newLesson('les_b', { project: 'web' }),
        newLesson('les_c'),
      );
      await addRunWithTask(store);
      expect(await store.stores.directory.listProjects()).toEqual([
        { project: 'app', lessons: 1, runs: 1 },
        { project: 'web', lessons: 2, runs: 0 },
      ]);
    });

    it('takes a project once, and any name', async () => {
      const store = await open();
      const names = ["o'hara", 'straße/表', 'App', 'app', '%'];
      for (const project of [...names, ...names]) {
        await store.unitOfWork.write(({ directory }) => directory.addProject(project, minute(0)));
      }
      const listed = (await store.stores.directory.listProjects()).map(({ project }) => project);
      expect(listed.sort()).toEqual([...names].sort());
    });

    it('keeps tokens, finds them by their hash, and lists them oldest first', async () => {
      const { stores, unitOfWork } = await open();
      expect([await stores.directory.listTokens(), await stores.directory.isShared()]).toEqual([[], false]);
      const [late, early] = [token('tok_a', { created_at: minute(1) }), token('tok_b', { projects: '*' })];
      const other = `${HASH.slice(0, 32)}${'0'.repeat(32)}`;
      await unitOfWork.write(async ({ directory }) => {
        await directory.addToken(late, HASH);
        await directory.addToken(early, 'cd'.repeat(32));
      });
      expect(await stores.directory.listTokens()).toEqual([early, late]);
      expect(await stores.directory.findToken('tok_a')).toEqual(late);
      expect(await stores.directory.findToken('tok_x')).toBeNull();
      expect(await stores.directory.tokensLike(HASH)).toEqual([{ token: late, hash: HASH }]);
      // Whoever asks compares the whole hash.
      expect(await stores.directory.tokensLike(other)).toEqual([{ token: late, hash: HASH }]);
      expect(await stores.directory.tokensLike('ef'.repeat(32))).toEqual([]);
      expect(await stores.directory.isShared()).toBe(true);
    });

    it('ends a token once, and is shared until every token was revoked', async () => {
      const { stores, unitOfWork } = await open();
      await unitOfWork.write(async ({ directory }) => {
        await directory.addToken(token('tok_a'), HASH);
        await directory.addToken(token('tok_b'), 'cd'.repeat(32));
      });
      const end = (id: string, by: string) =>
        unitOfWork.write(({ directory }) => directory.endToken(id, { at: minute(2), by }));
      expect([await end('tok_a', 'kim'), await end('tok_a', 'eva'), await end('tok_x', 'eva')]).toEqual([
        true,
        false,
        false,
      ]);
      expect(await stores.directory.findToken('tok_a')).toEqual(
        token('tok_a', { ended_at: minute(2), ended_by: 'kim' }),
      );
      expect(await end('tok_b', 'time')).toBe(true);
      expect(await stores.directory.isShared()).toBe(true);
    });
  });
};
