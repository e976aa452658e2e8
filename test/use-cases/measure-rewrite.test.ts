import { describe, expect, it } from 'vitest';
import { gitHistory } from '../../src/adapters/git/git-history.ts';
import { measureRewrite } from '../../src/use-cases/measure-rewrite.ts';
import { AGENT, gitRepository, numbered } from '../support/git-repository.ts';

describe('measureRewrite', () => {
  it('counts lines of the agent that a person replaced, not those that the agent wrote anew', async () => {
    const repository = gitRepository();
    repository.commit({ 'a.txt': numbered(1, 50, 'old') }, {});
    const agents = numbered(1, 20);
    repository.commit({ 'b.txt': agents }, { coAuthor: AGENT });
    repository.commit({ 'b.txt': agents.replace('line 1\n', 'better\n') }, { author: AGENT });
    repository.commit({ 'b.txt': agents.replace(numbered(1, 6), numbered(1, 9, 'mine')), 'a.txt': 'new\n' }, {});
    const rewrite = await measureRewrite(gitHistory(repository.folder), { range: 'HEAD~3..HEAD' });
    expect(rewrite).toEqual({
      share: 0.3,
      replaced_lines: 6,
      agent_lines: 20,
      agent_commits: 2,
      person_commits: 1,
    });
  });

  it('is all of it when a person reverts, and nothing when nobody touched it', async () => {
    const repository = gitRepository();
    repository.commit({ 'a.txt': 'old\n' }, {});
    repository.commit({ 'b.txt': numbered(1, 8) }, { author: AGENT });
    const history = gitHistory(repository.folder);
    expect(await measureRewrite(history, { range: 'HEAD~1..HEAD' })).toMatchObject({ share: 0, agent_lines: 8 });
    repository.git('revert', '--no-edit', 'HEAD');
    expect(await measureRewrite(history, { range: 'HEAD~2..HEAD' })).toMatchObject({ share: 1, agent_lines: 8 });
  });

  it('does not count what a program reformatted', async () => {
    const repository = gitRepository();
    repository.commit({ 'a.txt': 'old\n' }, {});
    repository.commit({ 'b.txt': numbered(1, 8) }, { author: AGENT });
    repository.commit(
      { 'b.txt': numbered(1, 8, 'LINE') },
      { author: 'format[bot] <1+format[bot]@users.noreply.github.com>' },
    );
    const history = gitHistory(repository.folder);
    await expect(measureRewrite(history, { range: 'HEAD~2..HEAD' })).rejects.toMatchObject({ code: 'INVALID_INPUT' });
  });

  it('goes by another mark of the agent where one is given, and refuses a range without an agent', async () => {
    const repository = gitRepository();
    repository.commit({ 'a.txt': 'old\n' }, {});
    repository.commit({ 'b.txt': numbered(1, 4) }, { author: 'Builder <builder@example.org>' });
    repository.commit({ 'b.txt': numbered(1, 3) }, {});
    const history = gitHistory(repository.folder);
    const named = await measureRewrite(history, { range: 'HEAD~2..HEAD', agents: ['Builder@'] });
    expect(named).toMatchObject({ share: 0.25, replaced_lines: 1, agent_lines: 4 });
    const range = { range: 'HEAD~2..HEAD' };
    await expect(measureRewrite(history, range)).rejects.toMatchObject({ hint: expect.stringContaining('--agent') });
  });
});
