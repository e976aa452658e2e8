/** The look of a report: light and dark, on paper too; no file beside it. */
export const REPORT_STYLE = `
:root { color-scheme: light dark; --ink: #1b1f24; --paper: #ffffff; --soft: #57606a; --line: #d0d7de; --mark: #0b5cad; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e6edf3; --paper: #0d1117; --soft: #9da7b3; --line: #30363d; --mark: #6cb2ff; }
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
svg { width: 100%; height: auto; }
svg text { font-size: 11px; fill: var(--soft); }
.grid { stroke: var(--line); }
.course { fill: none; stroke: var(--mark); stroke-width: 1.5; }
.interval { stroke: var(--mark); stroke-width: 1; stroke-opacity: 0.6; }
.value { fill: var(--mark); }
details { margin-top: 0.5rem; }
@media print {
  :root { --ink: #000000; --paper: #ffffff; --soft: #333333; --line: #999999; --mark: #000000; }
  body { margin: 0; max-width: none; }
  section { break-inside: avoid; }
}
`;
