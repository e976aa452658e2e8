/**
 * The look of every chart, by classes only. Colours come from the page: `--ink --soft --line --mark --alarm --band`. On a
 * narrow screen the drawing shrinks, so its letters grow.
 */
export const CHART_STYLE = `
.chart { display: block; width: 100%; max-width: 52rem; height: auto; }
.chart text { font-size: 12px; fill: var(--soft); }
.chart .grid { stroke: var(--line); stroke-width: 0.6; }
.chart .band { fill: var(--band); }
.chart .limit { stroke: var(--soft); stroke-dasharray: 5 4; }
.chart .centre { stroke: var(--soft); }
.chart .course { fill: none; stroke: var(--mark); stroke-width: 1.5; }
.chart .interval { stroke: var(--mark); stroke-width: 1.2; }
.chart .value { fill: var(--mark); }
.chart .usual { fill: var(--paper); stroke: var(--mark); stroke-width: 1.5; }
.chart .signal { fill: var(--alarm); stroke: var(--paper); }
.chart.muted .course, .chart.muted .interval { stroke: var(--soft); }
.chart.muted .value, .chart.muted .signal { fill: var(--soft); }
@media (max-width: 40rem) {
  .chart text { font-size: 20px; }
  .chart .minor { display: none; }
  .chart .course, .chart .interval { stroke-width: 2.4; }
}
`;
