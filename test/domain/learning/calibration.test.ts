import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Calibration, confidenceAt, type JudgedExposure } from '../../../src/domain/learning/calibration.ts';
import { fitCalibration } from '../../../src/domain/learning/fit-calibration.ts';

const SHIPPED = 0.22;
const AT = '2026-10-01T09:00:00.000Z';

const judged = (i: number, change: Partial<JudgedExposure> = {}): JudgedExposure => ({
  run_id: `run_${i}`,
  lesson_id: 'les_a',
  score: 0.5,
  verdict: 'helpful',
  by: `person ${i}`,
  source: 'human',
  at: AT,
  ...change,
});
const many = (count: number, change: (i: number) => Partial<JudgedExposure> = () => ({})): JudgedExposure[] =>
  Array.from({ length: count }, (_, i) => judged(i, change(i)));
const calibrationOf = (exposures: readonly JudgedExposure[]): Calibration => fitCalibration(exposures, SHIPPED, AT);

describe('the threshold by risk control', () => {
  it('needs 29 verdicts: so many good ones are the fewest whose bound is under 10 %', () => {
    expect(calibrationOf(many(28))).toMatchObject({ verdicts: 28, threshold: null, curve: null });
    expect(calibrationOf(many(29)).threshold).toBe(SHIPPED);
  });

  it('goes up to where harmful and unused lessons end', () => {
    const mixed = [
      ...many(40, (i) => ({ score: 0.6 + i / 1000 })),
      ...many(20, (i) => ({ score: 0.3, verdict: 'unused', run_id: `low_${i}`, by: `low ${i}` })),
    ];
    expect(calibrationOf(mixed).threshold).toBe(0.6);
  });

  it('promises nothing where one in five does harm at any certainty', () => {
    const calibration = calibrationOf(
      many(100, (i) => ({ verdict: i % 5 === 0 ? 'harmful' : 'helpful', score: 0.3 + i / 200 })),
    );
    expect(calibration.threshold).toBeNull();
    expect(calibration.curve).not.toBeNull();
  });

  it("counts an agent's verdict half, so 29 of them promise nothing, and 60 do", () => {
    expect(calibrationOf(many(29, () => ({ source: 'agent' }))).threshold).toBeNull();
    expect(calibrationOf(many(60, () => ({ source: 'agent' }))).threshold).toBe(SHIPPED);
  });

  it('counts a principal once a lesson and day, and leaves `ignored` out', () => {
    expect(calibrationOf(many(60, () => ({ by: 'ann' }))).verdicts).toBe(1);
    expect(calibrationOf(many(60, () => ({ verdict: 'ignored' }))).verdicts).toBe(0);
    expect(
      calibrationOf(many(60, (i) => ({ by: 'ann', at: new Date(Date.parse(AT) + i * 86_400_000).toISOString() })))
        .verdicts,
    ).toBe(60);
  });

  it("takes a person's word on a showing before the agent's", () => {
    const agents = many(60, () => ({ source: 'agent', verdict: 'harmful' }));
    const people = many(60, (i) => ({ by: `reviewer ${i}` }));
    expect(calibrationOf([...agents, ...people])).toMatchObject({ verdicts: 60, threshold: SHIPPED });
  });
});

const exposures = fc.array(
  fc.record({
    score: fc.double({ min: 0.01, max: 1, noNaN: true }),
    verdict: fc.constantFrom('helpful' as const, 'harmful' as const, 'unused' as const, 'ignored' as const),
    source: fc.constantFrom('agent' as const, 'human' as const, 'ci' as const),
  }),
  { minLength: 0, maxLength: 120 },
);

describe('confidence', () => {
  it('is null while uncalibrated', () => {
    expect(confidenceAt(null, 0.5)).toBeNull();
    expect(confidenceAt(calibrationOf(many(28)), 0.5)).toBeNull();
  });

  it('rises with certainty, stays between 0 and 1, whatever the verdicts are and in whatever order', () => {
    fc.assert(
      fc.property(exposures, (list) => {
        const events = list.map((one, i) => judged(i, one));
        const calibration = calibrationOf(events);
        expect(calibrationOf([...events].reverse())).toEqual(calibration);
        if (calibration.threshold !== null) expect(calibration.threshold).toBeGreaterThanOrEqual(SHIPPED);
        const chances = [0, 0.1, 0.3, 0.5, 0.7, 0.9, 1].map((score) => confidenceAt(calibration, score));
        if (calibration.curve === null) {
          expect(new Set(chances)).toEqual(new Set([null]));
          return;
        }
        const known = chances.map((chance) => chance ?? -1);
        expect([...known].sort((a, b) => a - b)).toEqual(known);
        for (const chance of known) {
          expect(chance).toBeGreaterThan(0);
          expect(chance).toBeLessThan(1);
        }
      }),
    );
  });

  it('is what was seen: nearly all helpful above, nearly none below', () => {
    const seen = many(200, (i) => ({ score: i / 200, verdict: i >= 100 ? 'helpful' : 'unused' }));
    const calibration = calibrationOf(seen);
    expect(confidenceAt(calibration, 0.95)).toBeGreaterThan(0.95);
    expect(confidenceAt(calibration, 0.05)).toBeLessThan(0.05);
  });
});
