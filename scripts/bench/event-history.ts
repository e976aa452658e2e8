import { randomSource } from '../../src/domain/statistics/random-source.ts';

const DAY_MS = 86_400_000;
const FIRST = Date.parse('2026-01-01T00:00:00.000Z');
const DAYS = 300;

/** A made-up history as JSON lines: a task a run, with a recall, an outcome, and now and then an intervention or a verdict. */
export const eventHistory = (runs: number): string => {
  const random = randomSource(7);
  const lines: object[] = [];
  for (let i = 0; i < runs; i += 1) {
    const start = FIRST + (i * DAYS * DAY_MS) / runs;
    const at = (minutes: number): string => new Date(start + minutes * 60_000).toISOString();
    const run = `r${i}`;
    lines.push({
      type: 'run',
      run,
      task_key: `APP-${i}`,
      workflow: random() < 0.6 ? 'bugfix' : 'migration',
      at: at(0),
    });
    const lessons = random() < 0.6 ? [`les_${i % 200}`] : [];
    lines.push({ type: 'recall', run, at: at(0), path: 'hybrid', decision: 'deliver', lessons, tokens: 200 });
    if (random() < 0.3) {
      lines.push({ type: 'intervention', run, at: at(10), kind: 'correction', wrong: 'w', right: `rule ${i % 50}` });
    }
    if (random() < 0.5) {
      lines.push({ type: 'verdict', run, at: at(20), lesson: `les_${i % 200}`, verdict: 'helpful', source: 'human' });
    }
    const outcome = random() < 0.8 ? 'completed_clean' : 'failed';
    lines.push({ type: 'outcome', run, at: at(30 + 200 * random()), outcome, source: 'ci' });
  }
  return lines.map((line) => `${JSON.stringify(line)}\n`).join('');
};
