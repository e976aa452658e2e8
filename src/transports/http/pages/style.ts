import { REPORT_STYLE } from '../../cli/html/report-style.ts';

/** The report's look, and what only pages have: figures side by side, code that scrolls, a form. */
export const PAGE_STYLE = `${REPORT_STYLE}
.verdict { font-size: 1.15rem; }
.figures { display: flex; flex-wrap: wrap; gap: 0.5rem 2.5rem; padding: 0; list-style: none; }
.figures strong { display: block; font-size: 1.8rem; font-variant-numeric: tabular-nums; }
pre { overflow-x: auto; padding: 0.8rem; border: 1px solid var(--line); border-radius: 6px; font-size: 0.85rem; }
code { font-family: ui-monospace, monospace; }
summary { cursor: pointer; padding: 0.3rem 0; }
li, p { overflow-wrap: anywhere; }
input, button { font: inherit; padding: 0.4rem 0.6rem; border: 1px solid var(--line); border-radius: 6px; color: inherit; background: transparent; max-width: 100%; box-sizing: border-box; }
button { border-color: var(--mark); cursor: pointer; }
:focus-visible { outline: 2px solid var(--mark); outline-offset: 2px; }
`;
