/** Look of the picture and the tables; motion, forced colours, print. */
import { css } from '../theme/css.js';

export const picture = css`
  .skeleton {
    inline-size: 100%;
    background: repeating-linear-gradient(var(--kpi-track) 0 1.5rem, transparent 0 3rem);
  }
  .chart svg {
    display: block;
    max-inline-size: 100%;
    overflow: visible;
    fill: currentcolor;
    font-size: var(--kpi-body-size);
  }
  .stale :is(.chart, .figures, .finding) {
    opacity: 0.55;
  }
  :is(.chart, .figures, .finding) {
    transition: opacity var(--kpi-motion);
  }
  [data-mark][tabindex] {
    cursor: pointer;
  }
  [data-behind] {
    opacity: 0.65;
  }
  [data-mark][aria-current] {
    outline: 2px solid var(--kpi-accent);
    outline-offset: 1px;
  }
  .scroll {
    margin-block: 1rem;
  }
  table {
    border-collapse: collapse;
    inline-size: 100%;
  }
  th,
  td {
    border-block-end: 1px solid var(--kpi-hairline);
    padding: calc(var(--kpi-space) / 2) var(--kpi-space);
    font-weight: 400;
    vertical-align: baseline;
  }
  :is(th, td):first-child {
    padding-inline-start: 0;
  }
  :is(th, td):last-child {
    padding-inline-end: 0;
  }
  .number {
    text-align: end;
  }
  td.number {
    white-space: nowrap;
  }
  @container kpi (inline-size < 480px) {
    .explain dl {
      display: block;
    }
    dt {
      margin-block-start: 0.5rem;
    }
  }
  @media screen {
    /* Assistive technology has all of it; nobody lays it out. */
    .tables.hidden {
      content-visibility: auto;
    }
    .tables:not(.hidden) .scroll {
      overflow-x: auto;
    }
    .scroll tbody th {
      white-space: nowrap;
    }
  }
  @media (forced-colors: active) {
    .chart text {
      fill: CanvasText !important;
    }
  }
  @media print, (prefers-reduced-motion: reduce) {
    * {
      transition: none !important;
    }
  }
  @media print {
    .base {
      color-scheme: light;
    }
    .toolbar,
    .state button,
    .progress,
    [popover] {
      display: none;
    }
    .tables {
      all: revert;
    }
    /* With the heading it fits a page. */
    .chart svg {
      max-block-size: 21cm;
    }
    .base > :has(~ .chart),
    caption,
    thead {
      break-inside: avoid;
      break-after: avoid;
    }
    tbody tr:is(:nth-child(-n + 3), :nth-last-child(-n + 2)) {
      break-before: avoid;
    }
    .chart,
    li,
    tr,
    table:not(:has(tr:nth-child(13))) {
      break-inside: avoid;
    }
    table {
      font-size: var(--kpi-note-size);
    }
    tbody th {
      min-inline-size: 5rem;
    }
    :is(th, td) {
      padding-inline: 0.5rem 0;
      hyphens: auto;
    }
    /* Else the browser makes the whole page smaller, until the widest table fits. */
    table:has(th:nth-child(9)) :is(th, td) {
      font-size: 0.625rem;
    }
  }
`;
