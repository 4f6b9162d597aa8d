import { css } from '../../theme/css.js';
import { heatSteps, painted, type Painted } from '../../theme/heat.styles.js';

/** Step of the sequential scale of each segment: the better, the stronger. */
const SEGMENTS = { TBC: 6, BC: 4, CO: 2, CTO: 1 };

/** Classes and their own tokens, which fall back to a step of the scale. */
const colours = painted([
  ...heatSteps,
  ...Object.entries(SEGMENTS).map(([id, step]): Painted => [id, `segment-${id.toLowerCase()}`, step]),
]);

/** An outline would lie under the cells that follow: the ring fills the gap between the cells instead. */
export const rfmMatrixStyles = css`
  .chart {
    margin-block-start: var(--kpi-space);
  }
  .rfm {
    print-color-adjust: exact;
    -webkit-print-color-adjust: exact;
  }
  .rfm text {
    fill: var(--kpi-ink);
    pointer-events: none;
  }
  .rfm .quiet {
    fill: var(--kpi-muted);
  }
  .hit {
    rx: 2px;
  }
  .cell.quiet,
  .segment > .hit {
    fill: transparent;
  }
  .inactive,
  .track {
    fill: var(--kpi-track);
  }
  .ribbon {
    opacity: 0.25;
  }
  .CTO > .piece {
    stroke: var(--kpi-hairline);
  }
  ${colours}
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
    .ribbon {
      display: none;
    }
    .rfm rect {
      fill: Canvas;
      stroke: CanvasText;
    }
    .cell:focus-visible > .hit {
      stroke: Highlight;
    }
  }
`;
