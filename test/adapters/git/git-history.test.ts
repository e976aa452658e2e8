import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { gitHistory } from '../../../src/adapters/git/git-history.ts';
import { AGENT, gitRepository, numbered, PERSON } from '../../support/git-repository.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const counts = (map: ReadonlyMap<string, number>, commit: string): number => map.get(commit) ?? 0;

describe('gitHistory', () => {
  it('lists commits oldest first with all who signed them, without merges', async () => {
    const repository = gitRepository();
    repository.commit({ 'a.txt': 'old\n' }, {});
    repository.git('checkout', '-b', 'work');
    const first = repository.commit({ 'b.txt': 'new\n' }, { author: PERSON, coAuthor: AGENT });
    repository.git('checkout', 'main');
    const second = repository.commit({ 'c.txt': 'other\n' }, {});
    repository.git('merge', '--no-ff', '--no-edit', 'work');
    const commits = await gitHistory(repository.folder).commits('main~1..main');
    expect(commits).toEqual([{ id: first, signers: [PERSON, AGENT] }]);
    expect((await gitHistory(repository.folder).commits('work..main')).map(({ id }) => id)).toEqual([second]);
  });

  it('knows who had written the lines that a commit replaced, in any file name, below the top folder too', async () => {
    const repository = gitRepository();
    const name = 'src/ü "odd"\\name with\tspaces.ts';
    repository.commit({ [name]: numbered(1, 5, 'old') }, {});
    const agent = repository.commit({ [name]: numbered(1, 5, 'old') + numbered(1, 10) }, { author: AGENT });
    const fix = repository.commit({ [name]: numbered(1, 4, 'old') + numbered(3, 9) + numbered(1, 3, '-- a/more') }, {});
    const revert = repository.commit({ [name]: numbered(1, 4, 'old') + numbered(3, 9) }, {});
    mkdirSync(join(repository.folder, 'deep'));
    const history = gitHistory(join(repository.folder, 'deep'));
    const range = 'HEAD~3..HEAD';
    expect(counts(await history.replacedBy(range, fix), agent)).toBe(3);
    expect(counts(await history.replacedBy(range, revert), fix)).toBe(3);
    const standing = await history.standing(range);
    expect(counts(standing, agent)).toBe(7);
    expect(counts(standing, fix)).toBe(0);
  });

  it('takes white space and a new name for no change', async () => {
    const repository = gitRepository();
    repository.commit({ 'a.txt': 'old\n' }, {});
    const agent = repository.commit({ 'b.txt': numbered(1, 6) }, { author: AGENT });
    const moved = repository.commit({ 'b.txt': null, 'c.txt': numbered(1, 6) }, {});
    const indented = repository.commit({ 'c.txt': numbered(1, 6).replaceAll('line', '  line ') }, {});
    const history = gitHistory(repository.folder);
    expect([...(await history.replacedBy('HEAD~3..HEAD', moved))]).toEqual([]);
    expect([...(await history.replacedBy('HEAD~3..HEAD', indented))]).toEqual([]);
    expect(counts(await history.standing('HEAD~3..HEAD'), agent)).toBe(6);
  });

  it('counts a deleted file, and nothing in files that are no text', async () => {
    const repository = gitRepository();
    repository.commit({ 'a.txt': 'old\n' }, {});
    const agent = repository.commit({ 'b.txt': numbered(1, 6), 'c.bin': '\0\x01\n\0' }, { author: AGENT });
    const gone = repository.commit({ 'b.txt': null }, {});
    const history = gitHistory(repository.folder);
    expect(counts(await history.replacedBy('HEAD~2..HEAD', gone), agent)).toBe(6);
    expect([...(await history.standing('HEAD~2..HEAD'))]).toEqual([]);
  });

  it.each(['main', 'main...work', '--all..main', 'main..--output=x', '..', 'a b..c', 'main..nowhere', 'HEAD:a..main'])(
    'refuses %j',
    async (range) => {
      const repository = gitRepository();
      repository.commit({ 'a.txt': 'old\n' }, {});
      await expect(gitHistory(repository.folder).commits(range)).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    },
  );

  it('refuses a folder without git', async () => {
    await expect(gitHistory(temporaryFolder()).commits('a..b')).rejects.toMatchObject({ code: 'INVALID_INPUT' });
  });
});
