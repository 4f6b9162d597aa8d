import { css } from 'lit';

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

  .strong {
    font-weight: 600;
  }
  .hit {
    fill: transparent;
  }
  .ink {
    pointer-events: none;
  }
  [aria-pressed]:is(:hover, [aria-pressed='true']) + .ink .name {
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
  }
  .list-head,
  .filters,
  .foot {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 calc(var(--kpi-space) * 2);
  }
  .foot {
    margin-block-start: var(--kpi-space);
  }
  :where(.filters, .roster) button {
    min-block-size: 1.75rem;
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
    box-shadow: inset 0 -2px var(--kpi-accent);
  }

  .roster {
    max-inline-size: 60rem;
  }
  .roster thead th {
    border-color: var(--kpi-control);
    padding-block: 0;
  }
  [aria-sort='ascending']::after {
    content: ' ▴' / '';
  }
  [aria-sort='descending']::after {
    content: ' ▾' / '';
  }
  .roster td {
    vertical-align: middle;
    white-space: nowrap;
  }
  .code {
    overflow-wrap: anywhere;
    min-inline-size: 5rem;
  }
  .status svg {
    inline-size: 9px;
    margin-inline-end: 5px;
  }
  .silence svg {
    inline-size: 96px;
    block-size: 12px;
    vertical-align: middle;
  }
  .silence svg:dir(rtl) {
    transform: scaleX(-1);
  }
  .limit {
    vector-effect: non-scaling-stroke;
  }
  .silence span {
    display: inline-block;
    min-inline-size: 4em;
    text-align: end;
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
      gap: calc(var(--kpi-space) / 4) var(--kpi-space);
      border-block-end: 1px solid var(--kpi-hairline);
      padding-block: var(--kpi-space);
    }
    .roster thead tr {
      display: flex;
      flex-wrap: wrap;
      padding: 0;
    }
    .code {
      font-weight: 600;
    }
    .roster .silence {
      display: flex;
      grid-column: 1 / -1;
    }
    .silence svg {
      flex: 1;
    }
    .last-order {
      grid-column: span 2;
    }
    .revenue {
      grid-area: 1 / 3;
    }
    .roster :is(.last-order, .orders) {
      color: var(--kpi-muted);
      font-size: var(--kpi-note-size);
    }
    :is(.last-order, .orders)::before {
      content: attr(data-label) ' ';
    }
  }

  @media (forced-colors: active) {
    .chart text,
    .shape,
    .bar,
    .dot {
      fill: CanvasText;
    }
    .rail,
    .band {
      fill: GrayText;
    }
    .line,
    .axis,
    .limit {
      stroke: CanvasText;
    }
  }
`;
