import { CHART_STYLE } from '../../charts/chart-style.ts';

/** The look of a report: light and dark, on paper too; no file beside it. */
export const REPORT_STYLE = `
:root { color-scheme: light dark; --ink: #1b1f24; --paper: #ffffff; --soft: #57606a; --line: #d0d7de; --mark: #0b5cad; --alarm: #b3400a; --band: #eef2f6; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e6edf3; --paper: #0d1117; --soft: #9da7b3; --line: #30363d; --mark: #6cb2ff; --alarm: #ff9e64; --band: #1a212b; }
}
body { margin: 2rem auto; max-width: 56rem; padding: 0 1rem; font: 16px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper); }
h1 { font-size: 1.3rem; }
h2 { font-size: 1.05rem; margin-top: 2rem; }
.meta, caption { color: var(--soft); }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
caption { text-align: left; }
th, td { padding: 0.3rem 0.6rem; border-bottom: 1px solid var(--line); text-align: right; }
th:first-child, td:first-child { text-align: left; }
td, thead th { white-space: nowrap; }
caption { max-width: calc(100vw - 4rem); }
figure { margin: 1.5rem 0; }
figcaption { color: var(--soft); }
.verdict { border-left: 0.35rem solid var(--soft); padding-left: 0.8rem; }
.verdict.improving { border-color: var(--mark); }
.verdict.worsening, .alarm { border-color: var(--alarm); }
.alarm { border: 1px solid var(--alarm); border-left-width: 0.35rem; padding: 0.5rem 0.8rem; }
details { margin-top: 0.5rem; }
@media print {
  :root { --ink: #000000; --paper: #ffffff; --soft: #333333; --line: #999999; --mark: #000000; --alarm: #000000; --band: #eeeeee; }
  body { margin: 0; max-width: none; }
  section { break-inside: avoid; }
  details::details-content { content-visibility: visible; block-size: auto; }
}
${CHART_STYLE}`;
