/** Look of a dashboard. The widgets stand outside of what is reset, so that they look as the page has them. */
import { baseStyles } from '../../base/base.styles.js';
import { css } from '../../theme/css.js';

const bar = css`
  .head {
    margin-block-end: 1rem;
  }
  .bar,
  .bar label,
  .days,
  .chips,
  .chip,
  .wall-bar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--kpi-space) 1rem;
  }
  .bar {
    margin-block: var(--kpi-space);
  }
  .bar label {
    gap: 0.375rem;
    color: var(--kpi-muted);
  }
  select,
  input {
    min-block-size: 2rem;
    min-inline-size: 0;
    max-inline-size: min(100%, 14rem);
    border: 1px solid var(--kpi-control);
    border-radius: var(--kpi-radius);
    padding: 0 0.375rem;
    background: var(--kpi-surface);
    color: var(--kpi-ink);
    font: inherit;
  }
  option,
  optgroup {
    background: var(--kpi-surface);
    color: var(--kpi-ink);
  }
  .chips {
    gap: 0.375rem;
    padding: 0;
    list-style: none;
  }
  .chip {
    flex-wrap: nowrap;
    gap: 0.25rem;
    border-radius: 1rem;
    padding-inline-start: 0.75rem;
    background: var(--kpi-track);
  }
  .given {
    padding: 0.1875rem 0.75rem;
  }
  .chip button,
  .quiet {
    border: 0;
  }
  .chip button {
    min-inline-size: 1.75rem;
    min-block-size: 1.75rem;
    border-radius: 1rem;
  }
  .quiet {
    color: var(--kpi-muted);
  }
  button:disabled {
    opacity: 0.45;
    cursor: default;
  }
  .steps {
    margin-inline-start: auto;
  }
  .summary {
    display: none;
  }
  .shown {
    display: block;
  }
  .menu button {
    inline-size: 100%;
    border: 0;
    text-align: start;
  }
  .drawer {
    position: fixed;
    inset-block: 0;
    inset-inline: auto 0;
    border: 0;
    border-inline-start: 1px solid var(--kpi-control);
    padding: 1.25rem;
    inline-size: min(56rem, 100vw);
    max-inline-size: none;
    block-size: 100dvb;
    max-block-size: none;
    overflow: auto;
    background: var(--kpi-surface);
    color: var(--kpi-ink);
  }
  .drawer::backdrop {
    background: oklch(0 0 0 / 0.35);
  }
  .drawer .scroll {
    overflow-x: auto;
  }
  .drawer .top {
    align-items: center;
  }
`;

const grid = css`
  .frame {
    container: kpi-frame / inline-size;
  }
  .grid {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, var(--kpi-column, 30rem)), 1fr));
    gap: var(--kpi-gap, 1.25rem);
  }
  .cell {
    min-inline-size: 0;
    border: 1px solid var(--_hairline);
    border-radius: 0.625rem;
    padding: clamp(0.75rem, 2cqi, 1.5rem);
  }
  .cell[hidden] {
    display: none;
  }
  .wide {
    grid-column: 1 / -1;
  }
  /* Up to two columns: the last widget of an odd number leaves no hole beside it. */
  @container kpi-frame (inline-size < 92.5rem) {
    .cell:last-child:nth-child(odd of :not(.wide)) {
      grid-column: 1 / -1;
    }
  }
  .handles {
    margin-block-end: var(--_space);
    border-block-end: 1px solid var(--_hairline);
    padding-block-end: var(--_space);
  }
  .handle {
    border: 0;
    cursor: grab;
    touch-action: none;
    font-weight: 600;
  }
  .handle svg {
    fill: currentcolor;
    vertical-align: text-bottom;
  }
  .dragged {
    opacity: 0.5;
  }
  .target {
    outline: 3px solid var(--_accent);
    outline-offset: 2px;
  }
  @container kpi-frame (inline-size < 480px) {
    .cell {
      border-inline: 0;
      border-block-end: 0;
      border-radius: 0;
      padding-inline: 0;
    }
  }
`;

const wall = css`
  :host([wall]),
  :host(:fullscreen) {
    position: fixed;
    inset: 0;
    z-index: 2147483647;
    overflow: auto;
    padding: clamp(1rem, 3vw, 3rem);
    background: var(--_surface);
  }
  :host([wall]) :is(.toolbar:not(.wall-bar), .bar, .caption) {
    display: none;
  }
  :host([wall]) .summary {
    display: block;
  }
  :host([wall]) .head {
    zoom: 1.5;
  }
  :host([wall]) .grid {
    display: block;
  }
  :host([wall]) .cell {
    border: 0;
    padding: 0;
  }
  .wall-bar {
    position: fixed;
    inset-block-end: 0.75rem;
    inset-inline-end: 1rem;
    padding: 0.25rem;
    background: var(--kpi-surface);
    color: var(--kpi-muted);
  }
`;

const print = css`
  @media print {
    .toolbar,
    .bar,
    .handles,
    .drawer,
    .wall-bar {
      display: none;
    }
    .summary {
      display: block;
    }
    .grid {
      display: block;
    }
    .cell,
    .cell[hidden] {
      display: block;
      border: 0;
      padding: 0;
    }
    /* Widgets follow each other: a heading stays with its picture, and no page holds the last row of a table alone. */
    .cell + .cell {
      margin-block-start: 2rem;
    }
  }
`;

export const dashboardStyles = [...baseStyles, bar, grid, wall, print];
