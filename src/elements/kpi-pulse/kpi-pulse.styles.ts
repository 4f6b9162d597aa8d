import { css } from '../../theme/css.js';
import { paletteStyles } from '../../theme/palette.styles.js';

/** Tiles under a hairline each; the open one under the accent. Change is told by an arrow, a sign and a colour. */
const own = css`
  .controls {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 1.25rem;
    margin-block: var(--kpi-space) 0.75rem;
  }
  .controls label {
    display: inline-flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 0.375rem;
  }
  select {
    min-block-size: 1.5rem;
    max-inline-size: 100%;
    border: 0;
    border-block-end: 1px solid var(--kpi-control);
    padding: 0;
    background: var(--kpi-surface);
    background: transparent;
    color: var(--kpi-ink);
    font: inherit;
    cursor: pointer;
  }
  option {
    background: var(--kpi-surface);
    color: var(--kpi-ink);
  }
  .hit {
    fill: transparent;
  }
  .rule {
    stroke: var(--kpi-hairline);
    stroke-width: 1;
    shape-rendering: crispEdges;
  }
  .opened .rule {
    stroke: var(--kpi-accent);
    stroke-width: 3;
  }
  .quiet {
    fill: var(--kpi-muted);
  }
  .pulse text.label {
    fill: var(--kpi-muted);
  }
  .pulse .opened text.label {
    fill: var(--kpi-ink);
  }
  .tile:has([aria-pressed]:hover) .value {
    text-decoration: underline 1px;
  }
  .good .change {
    fill: var(--kpi-good);
  }
  .bad .change {
    fill: var(--kpi-bad);
  }
  .ground,
  .grid,
  .axis {
    stroke: var(--kpi-hairline);
    shape-rendering: crispEdges;
  }
  .axis {
    stroke: var(--kpi-control);
  }
  .run,
  .open,
  .line {
    fill: none;
    stroke: var(--kpi-series-2);
    stroke-width: 1.5;
    stroke-linejoin: round;
    stroke-linecap: round;
  }
  .line,
  .detail .open,
  .opened .run,
  .opened .open {
    stroke: var(--kpi-accent);
    stroke-width: 2;
  }
  .open {
    stroke-dasharray: 1 4;
  }
  .dot,
  .spot,
  .detail .bar {
    fill: var(--kpi-accent);
  }
  .point .bar,
  .row .bar {
    opacity: 0.82;
  }
  .point:is(:hover, :focus-visible) .bar,
  .row:is(:hover, :focus-visible) .bar {
    opacity: 1;
  }
  .partial .bar {
    fill: var(--kpi-surface);
    fill-opacity: 0.01;
    stroke: var(--kpi-accent);
    stroke-width: 1.5;
    stroke-dasharray: 3 3;
  }
  .partial .spot {
    fill: var(--kpi-surface);
    stroke: var(--kpi-accent);
    stroke-width: 1.5;
  }
  .band {
    fill: var(--kpi-accent);
    opacity: 0.16;
  }
  .past {
    stroke: var(--kpi-ink);
    stroke-width: 2;
  }
  .before {
    pointer-events: none;
  }
  .detail .rest,
  .detail .minus {
    fill: var(--kpi-series-2);
  }

  @media (forced-colors: active) {
    .dot,
    .spot,
    .detail .bar {
      fill: CanvasText;
    }
    .rule,
    .run,
    .open,
    .line,
    .axis,
    .past {
      stroke: CanvasText;
    }
    .opened .rule {
      stroke: Highlight;
    }
    .band {
      fill: GrayText;
    }
  }
  @media screen {
    .tables td {
      white-space: nowrap;
    }
  }
  @media print {
    .controls {
      display: none;
    }
  }
`;

export const kpiPulseStyles = [paletteStyles, own];
