import { css } from 'lit';

/** The list of customers: filters, a table sorted by the buttons in its headers, what is left to see. */
export const customerListStyles = css`
  .list {
    container-type: inline-size;
    margin-block-start: calc(var(--kpi-space) * 3);
    font-size: var(--kpi-body-size);
    font-variant-numeric: tabular-nums;
  }
  .list p {
    margin: var(--kpi-space) 0;
  }
  .list-head,
  .filters,
  .foot {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 calc(var(--kpi-space) * 2);
  }
  .list-head {
    margin-block-end: calc(var(--kpi-space) / 2);
  }
  .list .list-title {
    margin: 0;
    font-weight: 600;
    line-height: 1.75rem;
  }
  .foot {
    margin-block-start: var(--kpi-space);
  }
  .list .note {
    color: var(--kpi-muted);
    font-size: var(--kpi-note-size);
  }
  .filters button,
  .roster button {
    margin: 0;
    padding: 0;
    min-block-size: 1.75rem;
    border: 0;
    border-radius: 0;
    background: none;
    color: var(--kpi-muted);
    font: inherit;
    cursor: pointer;
  }
  .filters button:hover,
  .roster button:hover {
    color: var(--kpi-ink);
  }
  .filters button[aria-pressed='true'] {
    color: var(--kpi-ink);
    font-weight: 600;
    box-shadow: inset 0 -2px var(--kpi-accent);
  }
  .list button:focus-visible {
    outline: 2px solid var(--kpi-accent);
    outline-offset: 2px;
    border-radius: var(--kpi-radius);
  }

  .list-head,
  .roster {
    max-inline-size: 60rem;
  }
  .roster {
    inline-size: 100%;
    border-collapse: collapse;
  }
  .roster th,
  .roster td {
    padding-block: calc(var(--kpi-space) * 0.625);
    padding-inline: 0 calc(var(--kpi-space) * 2);
    border-block-end: 1px solid var(--kpi-hairline);
    font-weight: 400;
    text-align: start;
    vertical-align: middle;
  }
  .roster thead th {
    padding-block: 0;
    border-block-end-color: var(--kpi-control);
    color: var(--kpi-muted);
    font-size: var(--kpi-note-size);
    vertical-align: bottom;
  }
  .roster thead button {
    text-align: inherit;
  }
  .roster th[aria-sort] button {
    color: var(--kpi-ink);
    font-weight: 600;
  }
  .roster .number {
    text-align: end;
    white-space: nowrap;
  }
  .roster :is(th, td):last-child {
    padding-inline-end: 0;
  }
  .roster .last-order {
    white-space: nowrap;
  }
  .arrow {
    inline-size: 8px;
    block-size: 8px;
    margin-inline-start: 4px;
    fill: currentcolor;
  }
  .who {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 calc(var(--kpi-space) * 2);
  }
  .code {
    flex: 1 1 auto;
    min-inline-size: 4.5em;
    overflow-wrap: anywhere;
  }
  .status {
    flex: 0 0 7.5em;
    color: var(--kpi-muted);
    font-size: var(--kpi-note-size);
    line-height: inherit;
    white-space: nowrap;
  }
  .long .status {
    flex-basis: 100%;
  }
  .status-shape {
    inline-size: 9px;
    block-size: 9px;
    margin-inline-end: 5px;
  }
  .span {
    display: flex;
    align-items: center;
    gap: var(--kpi-space);
  }
  .silence-bar {
    flex: 0 1 96px;
    min-inline-size: 48px;
    block-size: 12px;
  }
  .silence-bar:dir(rtl) {
    transform: scaleX(-1);
  }
  .limit {
    stroke: var(--kpi-control);
    vector-effect: non-scaling-stroke;
  }
  .days {
    unicode-bidi: plaintext;
    flex: 0 0 3.5em;
    text-align: end;
    white-space: nowrap;
  }

  @container (inline-size >= 640px) {
    .roster .customer {
      min-inline-size: 13rem;
    }
    .roster:not(.long) .who {
      display: grid;
      grid-template-columns: minmax(4.5em, 1fr) 7.5rem;
    }
  }

  @media print {
    .filters,
    .foot button,
    .foot .screen {
      display: none;
    }
  }
  @media (forced-colors: active) {
    .chart text,
    .chart .tick,
    .chart .rule,
    .shape,
    .bar,
    .last,
    .dot {
      fill: CanvasText;
    }
    .rail,
    .band {
      fill: none;
      stroke: GrayText;
      stroke-width: 0.5;
    }
    .line,
    .axis,
    .limit {
      stroke: CanvasText;
    }
    .grid {
      stroke: GrayText;
    }
    .filters button[aria-pressed='true'] {
      outline: 2px solid Highlight;
    }
  }
`;
