/** The numbers as tables. */
import { css } from 'lit';

export const tables = css`
  .tables {
    display: grid;
    gap: calc(var(--kpi-space) * 2);
    margin-block-start: var(--kpi-space);
  }
  .tables:not(.hidden) .scroll {
    overflow-x: auto;
  }
  table {
    border-collapse: collapse;
    inline-size: 100%;
  }
  table caption {
    padding-block: 0.25rem;
    color: var(--kpi-muted);
    font-size: var(--kpi-note-size);
    text-align: start;
  }
  th,
  td {
    border-block-end: 1px solid var(--kpi-hairline);
    padding: calc(var(--kpi-space) / 2) var(--kpi-space);
    font-weight: 400;
    text-align: start;
    vertical-align: baseline;
  }
  thead th {
    color: var(--kpi-muted);
    font-size: var(--kpi-note-size);
    vertical-align: bottom;
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
  :is(tbody, tfoot) .number {
    white-space: nowrap;
  }
`;
