import { describe, expect, it } from 'vitest';
import { callTool } from '../../src/tools/call-tool.ts';
import { tools } from '../../src/tools/index.ts';
import type { Caller } from '../../src/use-cases/services.ts';
import { openTestServices, soloAgent, teamAgent } from '../support/test-services.ts';

type Answer = Record<string, never>;

const connect = async (caller: Caller = soloAgent) => {
  const { services } = await openTestServices();
  const connection = { ...caller, known: new Set(caller.known) };
  const call = async (name: string, args: unknown): Promise<Answer> => {
    const tool = tools.find((one) => one.name === name);
    if (tool === undefined) throw new Error(`no tool ${name}`);
    const answer = await callTool(services, connection, tool, args);
    // What a client gets is JSON; it must be what the tool promised.
    return tool.output.parse(JSON.parse(JSON.stringify(answer))) as Answer;
  };
  return { call, connection };
};

describe('calling the tools', () => {
  it('goes once around the loop, each answer of the promised shape', async () => {
    const { call } = await connect();
    const { run_id } = await call('start_task', {
      task: 'add a field to the orders endpoint',
      aspects: ['API client'],
    });
    const correction = await call('record_correction', {
      run_id,
      wrong: 'Edited the generated client',
      right: 'Change openapi.yaml and run the generator',
      examples: ['add a field to the invoices endpoint'],
      kind: 'override',
    });
    expect(correction).toMatchObject({ match: 'novel', lesson: { served_now: expect.any(Boolean) } });
    const { lesson_id } = correction.lesson as unknown as { lesson_id: string };
    const recalled = await call('recall_lessons', {
      query: 'change the generated API client',
      run_id,
      format: 'detailed',
    });
    expect(['deliver', 'abstain']).toContain(recalled.decision);
    expect(await call('get_lesson', { lesson_id })).toMatchObject({ lesson_id });
    const proposed = await call('propose_lesson', {
      when: 'Running the tests of billing',
      rule: 'Start the database first',
      evidence: [{ kind: 'ci', text: 'it hung' }],
      citations: [{ path: 'Makefile', line: 3 }],
      scope: { paths: ['billing/**'] },
      run_id,
    });
    expect(proposed).toMatchObject({ status: 'created' });
    expect(await call('request_checkpoint', { run_id, question: 'May I?' })).toMatchObject({ status: 'pending' });
    const closed = await call('record_outcome', { run_id, outcome: 'completed_clean', rewrite_share: 0.1 });
    expect(closed).toMatchObject({ run_id, outcome: 'completed_clean' });
    expect(await call('intervention_trends', {})).toMatchObject({ verdict: { direction: 'too_few' } });
    expect(await call('lesson_impact', { since: '7d' })).toHaveProperty('uncovered');
  });

  it('refuses wrong arguments before anything runs', async () => {
    const { call } = await connect();
    await expect(call('start_task', { task: '' })).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    await expect(call('get_lesson', { lesson_id: 'les_absent' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('remembers a project that was named, so that its ids are enough from then on', async () => {
    const { call, connection } = await connect();
    const { run_id } = await call('start_task', { task: 'fix login', project: 'other' });
    expect([...connection.known]).toContain('other');
    expect(await call('record_outcome', { run_id, outcome: 'failed' })).toMatchObject({ run_id });
  });

  it('does not remember a project outside the credential', async () => {
    const { call, connection } = await connect(teamAgent);
    await expect(call('start_task', { task: 'x', project: 'payroll' })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect([...connection.known]).not.toContain('payroll');
  });
});
