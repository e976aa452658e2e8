import { describe, expect, it } from 'vitest';
import { proposeLesson } from '../../../src/use-cases/propose-lesson.ts';
import { runCli } from '../../support/cli-host.ts';
import { openTestServices, teamAgent } from '../../support/test-services.ts';

const twoProposals = async () => {
  const { services } = await openTestServices();
  const propose = async (rule: string) =>
    (await proposeLesson(services, teamAgent, { when: `before: ${rule}`, rule })).lesson_id ?? '';
  return { services, ids: [await propose('Use pnpm, not npm'), await propose('Ask before deleting a public API')] };
};

describe('decideEach', () => {
  it('decides all that are named, each once', async () => {
    const { services, ids } = await twoProposals();
    const { exitCode, stdout } = await runCli(['review', 'accept', ...ids, ids[0] ?? '', '--json'], { services });
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ total: 2, items: [{ state: 'active' }, { state: 'active' }] });
  });

  it('goes on after a refusal, says it, and ends with 1', async () => {
    const { services, ids } = await twoProposals();
    const { exitCode, stdout, stderr } = await runCli(['review', 'accept', 'les_absent', ...ids], { services });
    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: `${ids.map((id) => `${id}  active`).join('\n')}\n` });
    expect(stderr).toMatch(/^les_absent {2}NOT_FOUND: /u);
  });

  it('throws the refusal of a single one', async () => {
    const { services } = await twoProposals();
    const { exitCode, stdout, stderr } = await runCli(['review', 'accept', 'les_absent'], { services });
    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' });
    expect(stderr).toMatch(/^NOT_FOUND: /u);
  });
});
