import { css, unsafeCSS } from 'lit';
import { STEPS } from './shade.js';

const steps = Array.from({ length: STEPS }, (_, index) => index + 1);
/** Step of the sequential scale of each segment: the better, the stronger. */
const segments: Readonly<Record<string, number>> = { TBC: 6, BC: 4, CO: 2, CTO: 1 };

const stepRules = steps
  .map((step) => `.step-${step} .hit,.swatch.step-${step}{fill:var(--kpi-seq-${step})}.step-${step} text{fill:var(--kpi-on-seq-${step})}`)
  .join('');
const segmentRules = Object.entries(segments)
  .map(
    ([id, step]) =>
      `.segment-${id} .piece,.segment-${id} .ribbon{fill:var(--kpi-segment-${id.toLowerCase()},var(--kpi-seq-${step}))}` +
      `.segment-${id} .on text{fill:var(--kpi-on-segment-${id.toLowerCase()},var(--kpi-on-seq-${step}))}`,
  )
  .join('');

export const rfmMatrixStyles = css`
  .rfm {
    display: block;
    max-inline-size: 100%;
    block-size: auto;
    direction: ltr;
    font-variant-numeric: tabular-nums;
    print-color-adjust: exact;
    -webkit-print-color-adjust: exact;
  }
  .rfm text {
    fill: var(--kpi-ink);
  }
  .rfm text.quiet {
    fill: var(--kpi-muted);
  }
  .rfm .size-body {
    font-size: var(--kpi-body-size);
  }
  .rfm .size-note {
    font-size: var(--kpi-note-size);
  }
  .rfm .strong {
    font-weight: 600;
  }
  .written {
    pointer-events: none;
  }
  .hit {
    fill: transparent;
  }
  .nobody {
    fill: var(--kpi-control);
  }
  .inactive .hit,
  .track {
    fill: var(--kpi-track);
  }
  .withheld .strong {
    fill: var(--kpi-muted);
    font-weight: 400;
  }
  .withheld-part {
    fill: none;
    stroke: var(--kpi-hairline);
  }
  .ribbon {
    opacity: 0.25;
  }
  .segment-CTO .piece {
    stroke: var(--kpi-hairline);
  }
  ${unsafeCSS(stepRules)}
  ${unsafeCSS(segmentRules)}
  .cell.mark:hover > .hit,
  .inactive.mark:hover > .hit {
    stroke: var(--kpi-ink);
    stroke-width: 1.5px;
  }
  /* An outline would lie under the cells that follow: the ring fills the gap between the cells instead. */
  .cell.mark:focus-visible {
    outline: none;
  }
  .cell.mark:focus-visible > .hit {
    stroke: var(--kpi-ink);
    stroke-width: 3px;
  }
  .segment.mark:hover > .hit {
    fill: var(--kpi-track);
  }
  .segment.mark:hover .ribbon {
    opacity: 0.5;
  }
  @media (prefers-reduced-motion: no-preference) {
    .ribbon,
    .hit {
      transition:
        opacity var(--kpi-motion),
        fill var(--kpi-motion);
    }
  }
  @media (forced-colors: active) {
    .rfm text,
    .rfm text.quiet,
    .rfm .on text {
      fill: CanvasText;
    }
    .rfm .hit,
    .rfm .piece,
    .rfm .swatch {
      fill: Canvas;
      stroke: CanvasText;
    }
    .rfm .mark:focus-visible > .hit {
      stroke: Highlight;
      stroke-width: 3px;
    }
  }
`;
