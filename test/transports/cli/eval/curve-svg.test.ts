import { expect, it } from 'vitest';
import { curveSvg } from '../../../../src/transports/cli/eval/curve-svg.ts';

const point = { n: 5, learned: 0.8, fixed: 0.5, bm25: 0.4, dense: 0.3, recent: 0 };

it('draws a line a policy, with its figures in words for those who do not see it', () => {
  const svg = curveSvg(
    [
      { ...point, earlier: '1' },
      { ...point, earlier: '2', learned: null },
    ],
    'a <set>',
  );
  expect(svg.match(/<polyline/gu)).toHaveLength(5);
  expect(svg).toContain('1: learned 80.0 %, static 50.0 %; 2: learned none');
  expect(svg).toContain('a &lt;set&gt;');
});

it('draws no line without a value', () => {
  const none = { earlier: '1', n: 0, learned: null, fixed: null, bm25: null, dense: null, recent: null };
  expect(curveSvg([none], 'x')).not.toContain('<polyline');
});
