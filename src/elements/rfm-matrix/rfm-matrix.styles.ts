import { css } from '../../theme/css.js';
import { STEPS } from './shade.js';

/** Step of the sequential scale of each segment: the better, the stronger. */
const SEGMENTS = { TBC: 6, BC: 4, CO: 2, CTO: 1 };

/** Classes and their own tokens, which fall back to a step of the scale. */
const PAINTED: [name: string, token: string, step: number][] = [
  ...Array.from({ length: STEPS }, (_, index): (typeof PAINTED)[number] => [`step-${index + 1}`, `seq-${index + 1}`, index + 1]),
  ...Object.entries(SEGMENTS).map(([id, step]): (typeof PAINTED)[number] => [id, `segment-${id.toLowerCase()}`, step]),
];
/** Shapes, and text on them. */
const colours = PAINTED.flatMap(([name, token, step]) =>
  ['', 'on-'].map((on) => `${on && 'text'}.${name}{fill:var(--kpi-${on}${token},var(--kpi-${on}seq-${step}))}`),
);

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
  ${colours.join('')}
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
