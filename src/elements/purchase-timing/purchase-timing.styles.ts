import { css } from '../../theme/css.js';

/** Curves as lines with bands, the hazard and the intervals as bars. */
export const purchaseTimingStyles = css`
  .curve,
  .name {
    --_line: var(--kpi-series-3);
  }
  .main {
    --_line: var(--kpi-accent);
  }
  .whole {
    --_line: var(--kpi-ink);
  }
  .cat-1 {
    --_line: var(--kpi-cat-1);
  }
  .cat-2 {
    --_line: var(--kpi-cat-2);
    --_dash: 9 3;
  }
  .cat-3 {
    --_line: var(--kpi-cat-3);
    --_dash: 2 2;
  }
  .cat-4 {
    --_line: var(--kpi-cat-4);
    --_dash: 8 2.5 2 2.5;
  }
  .cat-5 {
    --_line: var(--kpi-cat-5);
    --_dash: 3 4;
  }
  .cat-6 {
    --_line: var(--kpi-cat-6);
    --_dash: 5 2 1.5 2 1.5 2;
  }
  .rest {
    --_dash: 1.5 4;
  }
  .other.second {
    --_dash: 2 2;
  }
  .line,
  .median,
  .bracket {
    fill: none;
    stroke: var(--_line);
    stroke-width: 1.5;
    stroke-linejoin: round;
  }
  .line {
    stroke-dasharray: var(--_dash, none);
  }
  :is(.main, .whole) .line {
    stroke-width: 2.5;
  }
  .band {
    fill: var(--_line);
    opacity: 0.12;
    pointer-events: none;
  }
  .name:not(:hover, :focus-visible) .band {
    display: none;
  }
  .name:focus-visible {
    outline: none;
  }
  .name:focus-visible .hit {
    stroke: var(--kpi-accent);
    stroke-width: 2;
  }
  .dots {
    fill: var(--kpi-ink);
  }
  .axis,
  .grid,
  .mark {
    stroke: var(--kpi-hairline);
    shape-rendering: crispEdges;
  }
  .axis {
    stroke: var(--kpi-control);
  }
  .mark {
    stroke: var(--kpi-control);
    stroke-dasharray: 1 3;
  }
  .campaign {
    fill: var(--kpi-accent);
    opacity: 0.07;
  }
  .bracket {
    stroke: var(--kpi-accent);
    stroke-width: 2;
  }
  text.accent {
    fill: var(--kpi-accent);
  }
  text.note {
    font-size: var(--kpi-note-size);
  }
  .hit {
    fill: transparent;
  }
  .bar {
    fill: var(--kpi-series-2);
  }
  .withheld {
    fill: var(--kpi-track);
    stroke: var(--kpi-control);
    stroke-dasharray: 2 2;
  }
  .peak .bar,
  .perCustomer .bar,
  :is(.span, .class):is(:hover, :focus-visible) .bar {
    fill: var(--kpi-accent);
  }
  .span:is(:hover, :focus-visible) .hit {
    fill: var(--kpi-ink);
    opacity: 0.06;
  }
  .median {
    stroke: var(--kpi-ink);
    stroke-dasharray: 3 2;
  }

  .picker,
  .choices,
  .window .actions {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 1rem;
  }
  .picker {
    justify-content: space-between;
    margin-block: var(--kpi-space) 1rem;
  }
  .choices button {
    border: 0;
    border-radius: 0;
    padding: 0;
    color: var(--kpi-muted);
  }
  .choices [aria-pressed='true'] {
    color: var(--kpi-ink);
    font-weight: 600;
    text-decoration: underline 2px var(--kpi-accent);
    text-underline-offset: 0.25em;
  }
  .window {
    margin-block-start: calc(var(--kpi-space) * 2);
  }
  .window .actions {
    gap: var(--kpi-space) 0.75rem;
  }
  input {
    box-sizing: content-box;
    border: 1px solid var(--kpi-control);
    border-radius: var(--kpi-radius);
    padding: 0 0.25rem;
    inline-size: 3.5rem;
    min-block-size: 1.5rem;
    background: none;
    color: inherit;
    font: inherit;
  }
  .long {
    inline-size: 12rem;
    max-inline-size: 100%;
  }

  @media (forced-colors: active) {
    .line,
    .axis,
    .mark,
    .median,
    .bracket {
      stroke: CanvasText;
    }
    .bar.bar,
    .dots {
      fill: CanvasText;
    }
    .peak .bar.bar,
    :is(.span, .class):is(:hover, :focus-visible) .bar.bar {
      fill: Highlight;
    }
    .median {
      stroke: Highlight;
    }
    .withheld {
      fill: none;
      stroke: CanvasText;
    }
    .grid {
      stroke: GrayText;
    }
    .name:focus-visible .hit {
      stroke: Highlight;
    }
    .band,
    .campaign {
      fill: GrayText;
    }
  }
`;
