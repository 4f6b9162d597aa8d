import { css } from '../../theme/css.js';
import { heatSteps, painted } from '../../theme/heat.styles.js';

/** Where there are no colours and no figures: the same ink, more and more of it. */
const shades = heatSteps
  .map(
    ([name], step) =>
      `.cohorts .legend .${name},.cohorts .bare.${name}>.hit{fill:CanvasText;fill-opacity:${((step + 1) / heatSteps.length).toFixed(2)}}`,
  )
  .join('');

export const cohortTriangleStyles = css`
  .chart {
    margin-block-start: var(--kpi-space);
  }
  .choices {
    display: flex;
    flex-wrap: wrap;
    gap: var(--kpi-space) 1.5rem;
    margin-block-start: var(--kpi-space);
  }
  .choices label {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0.375rem;
  }
  select {
    border: 1px solid var(--kpi-control);
    border-radius: var(--kpi-radius);
    padding: 0.125rem 0.25rem;
    min-block-size: 1.5rem;
    max-inline-size: 100%;
    background: var(--kpi-surface);
    color: inherit;
    font: inherit;
  }
  .cohorts {
    print-color-adjust: exact;
    -webkit-print-color-adjust: exact;
  }
  .cohorts text {
    fill: var(--kpi-ink);
    pointer-events: none;
  }
  .cohorts .quiet {
    fill: var(--kpi-muted);
  }
  .halo {
    paint-order: stroke;
    stroke: var(--kpi-surface);
    stroke-width: 3px;
    stroke-linejoin: round;
  }
  .hit {
    rx: 2px;
  }
  :is(.cohort, .point, .newcomer, .cell.quiet) > .hit {
    fill: transparent;
  }
  .cell.quiet > .hit {
    stroke: var(--kpi-hairline);
  }
  .none {
    fill: none;
    stroke: var(--kpi-hairline);
  }
  :is(.cell.running > .hit, .running) {
    fill: var(--kpi-track);
  }
  .hatch {
    stroke: var(--kpi-series-3);
    stroke-width: 1;
    pointer-events: none;
  }
  .paid {
    fill: none;
    stroke: var(--kpi-cohort-paid, var(--kpi-ink));
    stroke-width: 2px;
    pointer-events: none;
  }
  ${painted(heatSteps)}
  .average path {
    fill: none;
  }
  .average .axis {
    stroke: var(--kpi-hairline);
  }
  .average .band {
    fill: var(--kpi-accent);
    opacity: 0.14;
  }
  .average .line {
    stroke: var(--kpi-accent);
    stroke-width: 2;
    stroke-linejoin: round;
  }
  .average .cost {
    stroke: var(--kpi-cohort-cost, var(--kpi-warn));
    stroke-width: 1.5;
    stroke-dasharray: 5 4;
  }
  .dot {
    fill: var(--kpi-accent);
    stroke: var(--kpi-surface);
  }
  .newcomers .bar {
    fill: var(--kpi-seq-5);
  }
  [data-mark]:hover > .hit {
    stroke: var(--kpi-ink);
  }
  .cell:focus-visible {
    outline: none;
  }
  .cell:focus-visible > .hit {
    stroke: var(--kpi-ink);
    stroke-width: 3px;
  }
  @media (forced-colors: active) {
    .cohorts rect {
      fill: Canvas;
      stroke: CanvasText;
    }
    .cohorts path {
      stroke: CanvasText;
    }
    .newcomers .bar {
      fill: CanvasText;
    }
    ${shades}
    .cell:focus-visible > .hit {
      stroke: Highlight;
    }
  }
  @media print {
    .choices {
      display: none;
    }
  }
`;
