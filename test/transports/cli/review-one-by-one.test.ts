import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import type { Person } from '../../../src/transports/cli/ask-person.ts';
import type { CliContext } from '../../../src/transports/cli/context.ts';
import { TerminalOutput } from '../../../src/transports/cli/output.ts';
import { reviewOneByOne } from '../../../src/transports/cli/review-one-by-one.ts';
import { proposeLesson } from '../../../src/use-cases/propose-lesson.ts';
import type { Services } from '../../../src/use-cases/services.ts';
import { openTestServices, soloPerson, teamAgent } from '../../support/test-services.ts';

const RULES = ['Use pnpm, not npm', 'Run the migrations in a transaction', 'Ask before deleting a public API'];

/** A store with three proposals, and a person who answers in this order. Null: they leave the question. */
const sitDown = async (answers: (string | null)[], rules = RULES) => {
  const { services } = await openTestServices();
  const ids: string[] = [];
  for (const rule of rules) {
    const { lesson_id } = await proposeLesson(services, teamAgent, { when: `before: ${rule}`, rule });
    ids.push(lesson_id ?? '');
  }
  const offered: string[][] = [];
  const typedAhead: string[] = [];
  const person: Person = {
    key: async (_question, choices) => {
      offered.push(choices.map((choice) => choice.label));
      const answer = answers.shift();
      return choices.find((choice) => choice.label === answer)?.value ?? null;
    },
    text: async (_question, initial) => {
      typedAhead.push(initial);
      return answers.shift() ?? null;
    },
  };
  const stderr = new PassThrough();
  const context: CliContext = {
    version: '0.0.0-test',
    output: new TerminalOutput({ stdout: new PassThrough(), stderr, color: false }),
    interactive: true,
    terminal: { input: new PassThrough(), output: stderr },
    folder: '.',
    own: { main: 'main.js', folder: '.' },
    projects: [],
    exitCode: 0,
    connection: () => Promise.reject(new Error('not needed')),
    servingConnection: () => Promise.reject(new Error('not needed')),
    openScratch: () => Promise.reject(new Error('not needed')),
    services: async () => services,
    caller: async () => soloPerson,
  };
  await reviewOneByOne(context, person);
  return { services, ids, offered, typedAhead, said: String(stderr.read() ?? ''), left: answers };
};

const stateOf = async (services: Services, id: string | undefined): Promise<string | undefined> =>
  (await services.stores.lessons.find('app', id ?? ''))?.state;

describe('reviewOneByOne', () => {
  it('takes one decision a lesson, the oldest first', async () => {
    const { services, ids, said, left } = await sitDown(['accept', 'reject', 'we do not use migrations', 'skip']);
    expect(await Promise.all(ids.map((id) => stateOf(services, id)))).toEqual(['active', 'retired', 'proposed']);
    expect(said).toMatch(/1 of 3.*Use pnpm, not npm.*2 of 3.*3 of 3/su);
    expect(left).toEqual([]);
  });

  it('edits the rule', async () => {
    const { services, ids } = await sitDown(['edit', 'Use pnpm 9', 'leave']);
    expect(await services.stores.lessons.find('app', ids[0] ?? '')).toMatchObject({
      rule: 'Use pnpm 9',
      state: 'active',
    });
  });

  it('types stored text ahead so that it presses no key', async () => {
    const { typedAhead } = await sitDown(['edit', null, 'leave'], ['Use pnpm\r\u001b[A\u0003 always']);
    expect(typedAhead).toEqual(['Use pnpm always']);
  });

  it('leaves when the person does, and keeps what was decided', async () => {
    const { services, ids, offered } = await sitDown(['accept', null, 'accept']);
    expect(offered).toHaveLength(2);
    expect(await Promise.all(ids.map((id) => stateOf(services, id)))).toEqual(['active', 'proposed', 'proposed']);
  });

  it('takes a decision back when the person leaves its question', async () => {
    const { services, ids } = await sitDown(['reject', null, 'leave']);
    expect(await stateOf(services, ids[0])).toBe('proposed');
  });

  it('offers only what the state allows', async () => {
    const { services, offered } = await sitDown(['quarantine', 'leave']);
    expect(offered[0]).toEqual(['accept', 'edit', 'reject', 'quarantine', 'skip', 'leave']);
    expect((await services.stores.lessons.list('app', { states: ['quarantined'] })).total).toBe(1);
  });
});
