import { css } from '../../theme/css.js';

/** Tiers in their colours, the months as a line; the list as a table, or as cards where it has no room. */
export const churnAlertsStyles = css`
  .tier-watch {
    --_tier: var(--kpi-tier-watch, var(--kpi-warn));
  }
  .tier-risk {
    --_tier: var(--kpi-tier-risk, var(--kpi-bad));
  }
  .tier-inactive {
    --_tier: var(--kpi-tier-inactive, var(--kpi-series-2));
  }
  .shape,
  .bar {
    fill: var(--_tier);
  }
  .rail {
    fill: var(--kpi-track);
  }

  .chart {
    margin-block-start: 1rem;
  }
  .hit {
    fill: transparent;
  }
  .tier:has([aria-pressed]:hover, [aria-pressed='true']) .name {
    text-decoration: underline 2px var(--_tier);
  }
  .axis,
  .grid {
    stroke: var(--kpi-hairline);
    shape-rendering: crispEdges;
  }
  .axis,
  .limit {
    stroke: var(--kpi-control);
  }
  .band,
  .dot {
    fill: var(--kpi-accent);
  }
  .band {
    opacity: 0.18;
  }
  .line {
    fill: none;
    stroke: var(--kpi-accent);
    stroke-width: 2;
  }
  .month:not(.dotted, :hover, :focus-visible) .dot {
    opacity: 0;
  }

  .list {
    container-type: inline-size;
    margin-block-start: calc(var(--kpi-space) * 3);
    max-inline-size: 60rem;
  }
  .list > div,
  .filters {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 1rem;
  }
  .list > :last-child {
    margin-block-start: var(--kpi-space);
  }
  :where(.filters, .roster) button {
    border: 0;
    border-radius: 0;
    padding: 0;
    color: var(--kpi-muted);
  }
  .filters [aria-pressed='true'],
  [aria-sort] button {
    color: var(--kpi-ink);
    font-weight: 600;
  }
  .filters [aria-pressed='true'] {
    text-decoration: underline 2px var(--kpi-accent);
    text-underline-offset: 0.25em;
  }
  [aria-sort='ascending']::after {
    content: '\a0▴' / '';
  }
  [aria-sort='descending']::after {
    content: '\a0▾' / '';
  }
  .roster thead th {
    border-color: var(--kpi-control);
  }
  .roster :is(td, [aria-sort]) {
    white-space: nowrap;
  }
  .last-order {
    padding-inline-start: 1rem;
  }
  .orders,
  .revenue {
    text-align: end;
  }
  .code,
  .revenue {
    overflow-wrap: anywhere;
  }
  .code {
    min-inline-size: 4rem;
  }
  .silence svg {
    vertical-align: middle;
  }
  .silence svg:dir(rtl) {
    transform: scaleX(-1);
  }
  .silence path {
    vector-effect: non-scaling-stroke;
  }

  @container (inline-size < 600px) {
    .roster :is(thead, tbody, th, td) {
      display: block;
      border: 0;
      padding: 0;
    }
    .roster tr {
      display: grid;
      grid-template-columns: auto 1fr auto;
      align-items: baseline;
      gap: 0.125rem 0.5rem;
      border-block-end: 1px solid var(--kpi-hairline);
      padding-block: var(--kpi-space);
    }
    .roster thead tr {
      display: flex;
      flex-wrap: wrap;
      column-gap: 1rem;
      padding: 0;
    }
    .code {
      font-weight: 600;
    }
    .silence,
    .last-order {
      grid-column: span 2;
    }
    .silence svg {
      inline-size: 100%;
    }
    .revenue {
      grid-area: 1 / 3;
    }
    .roster :is(.last-order, .orders, .revenue) {
      white-space: normal;
    }
    .roster :is(.last-order, .orders) {
      color: var(--kpi-muted);
      font-size: var(--kpi-note-size);
    }
    td:is(.last-order, .orders)::before {
      content: attr(data-label) ' ';
    }
  }

  @media (forced-colors: active) {
    .shape,
    .bar,
    .dot {
      fill: CanvasText;
    }
    .band {
      fill: GrayText;
    }
    .rail {
      fill: Canvas;
      stroke: CanvasText;
    }
    .line,
    .axis,
    .limit {
      stroke: CanvasText;
    }
  }
`;
