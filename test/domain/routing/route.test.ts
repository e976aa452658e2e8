import { describe, expect, it } from 'vitest';
import { routeTask } from '../../../src/domain/routing/route.ts';
import type { RoutingExample } from '../../../src/domain/routing/routing-example.ts';
import { indexExamples, routedText } from '../../../src/domain/routing/similarity.ts';

const example = (workflow: string, text: string, source: RoutingExample['source'] = 'file'): RoutingExample => ({
  workflow,
  source,
  text,
  vector: null,
});
const EXAMPLES = [
  example('bugfix', 'fix the crash when the configuration file is empty'),
  example('bugfix', 'fix the crash when the basket is empty'),
  example('migration', 'add a nullable column to the customers table'),
  example('migration', 'drop an unused column of the orders table'),
];
const route = (task: string, examples = EXAMPLES) => routeTask(indexExamples(examples), routedText(task, null));

describe('routing a task', () => {
  it('goes on where one workflow is near and leads', () => {
    expect(route('fix the crash when the file is empty')).toMatchObject({
      decision: 'proceed',
      options: [{ workflow: 'bugfix' }],
      confidence: null,
    });
  });

  it('asks between two that are as near, with at most three options, best first', () => {
    const both = route('the crash of an unused column');
    expect(both.decision).toBe('clarify');
    expect(both.options.map(({ workflow }) => workflow).sort()).toEqual(['bugfix', 'migration']);
    const many = ['a', 'b', 'c', 'd', 'e'].map((name) => example(name, 'fix the crash'));
    expect(route('fix the crash of it all', many).options).toHaveLength(3);
  });

  it('finds none for a task that nothing speaks for', () => {
    expect(route('plan the summer party')).toMatchObject({ decision: 'none', options: [] });
    expect(route('', EXAMPLES).decision).toBe('none');
    expect(route('anything', []).decision).toBe('none');
  });

  it('learns from confirmed tasks, and tells its confidence once 29 stand behind it', () => {
    const task = 'polish the onboarding wizard';
    expect(route(task).decision).toBe('none');
    const confirmed = Array.from({ length: 29 }, (_, i) =>
      example('bugfix', `polish the onboarding wizard part ${i}`, 'task'),
    );
    const learned = route(task, [...EXAMPLES, ...confirmed]);
    expect(learned).toMatchObject({ decision: 'proceed', labels: 29 });
    expect(learned.confidence).toBeGreaterThan(0.75);
    expect(route(task, [...EXAMPLES, ...confirmed.slice(1)]).confidence).toBeNull();
  });

  it('becomes careful where the nearest workflow was often wrong', () => {
    const confused = Array.from({ length: 60 }, (_, i) =>
      example(i % 2 === 0 ? 'bugfix' : 'migration', `polish the onboarding wizard ${Math.floor(i / 2)}`, 'task'),
    );
    expect(route('polish the onboarding wizard 3', [...EXAMPLES, ...confused]).decision).toBe('clarify');
  });
});
