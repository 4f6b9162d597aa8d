import { css } from '../../theme/css.js';

/** Ribbons by direction: closer, away, no change. */
export const lifecycleFlowStyles = css`
  .chart {
    margin-block-start: 1rem;
  }
  .lifecycle text {
    pointer-events: none;
  }
  .lifecycle .quiet {
    fill: var(--kpi-muted);
  }
  .lifecycle .rate {
    fill: var(--kpi-ink);
  }
  .hit {
    fill: transparent;
  }
  .node {
    fill: var(--kpi-series-2);
  }
  :is(.new, .loyal, .premium) > .node {
    fill: var(--kpi-flow-up, var(--kpi-accent));
  }
  .ribbon {
    fill: var(--_flow);
    stroke: var(--_flow);
    stroke-width: 0.5;
    opacity: 0.42;
    transition: opacity var(--kpi-motion);
  }
  .up {
    --_flow: var(--kpi-flow-up, var(--kpi-accent));
  }
  .down {
    --_flow: var(--kpi-flow-down, var(--kpi-bad));
  }
  .stay {
    --_flow: var(--kpi-flow-stay, var(--kpi-series-3));
  }
  .stay > .ribbon {
    opacity: 0.3;
  }
  .flow:is(:hover, :focus-visible) > .ribbon {
    opacity: 0.75;
  }
  .flow:focus-visible {
    outline: none;
  }
  .flow:focus-visible > .ribbon {
    stroke: var(--kpi-ink);
    stroke-width: 2;
  }
  .stage:hover > .node {
    stroke: var(--kpi-ink);
  }
  .amount {
    fill: var(--kpi-series-2);
  }
  :is(.newCustomers, .reactivated) > .amount {
    fill: var(--kpi-flow-up, var(--kpi-accent));
  }
  .reactivated > .amount {
    opacity: 0.6;
  }
  .becameInactive > .amount {
    fill: var(--kpi-flow-down, var(--kpi-bad));
  }
  .axis,
  .link {
    stroke: var(--kpi-control);
    shape-rendering: crispEdges;
  }
  .link {
    stroke: var(--kpi-hairline);
  }
  .healthy > .shape {
    fill: var(--kpi-good);
  }
  .alert > .shape {
    fill: var(--kpi-bad);
  }
  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1.5rem;
    margin-block-start: var(--kpi-space);
    padding: 0;
    list-style: none;
  }
  .key {
    inline-size: 1.25rem;
    block-size: 0.625rem;
  }
  .rules {
    margin-block-start: calc(var(--kpi-space) * 2);
  }
  .fields {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: var(--kpi-space) 1.5rem;
    margin-block-start: var(--kpi-space);
  }
  .fields label > * {
    display: block;
  }
  :is(input, select) {
    box-sizing: border-box;
    border: 1px solid var(--kpi-control);
    border-radius: var(--kpi-radius);
    padding: 0 0.25rem;
    min-block-size: 1.5rem;
    max-inline-size: 100%;
    background: var(--kpi-surface);
    color: inherit;
    font: inherit;
  }
  input[type='number'] {
    inline-size: 5rem;
  }
  .strip {
    margin-block-start: calc(var(--kpi-space) * 3);
    max-inline-size: 72rem;
  }
  .strip ul {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(10.5rem, 1fr));
    gap: var(--kpi-space) 1.5rem;
    margin-block-start: var(--kpi-space);
    padding: 0;
    list-style: none;
  }
  .strip li {
    border-block-start: 1px solid var(--kpi-hairline);
    padding-block-start: calc(var(--kpi-space) / 2);
  }
  .strip li > * {
    display: block;
  }
  @media (forced-colors: active) {
    .ribbon {
      --_flow: CanvasText;
      fill-opacity: 0.15;
      stroke-width: 1;
      opacity: 1 !important;
    }
    .up .ribbon {
      --_flow: LinkText;
      fill-opacity: 0.5;
    }
    .down .ribbon {
      stroke-dasharray: 3 2;
    }
    .stay .ribbon {
      --_flow: GrayText;
    }
    .node,
    .amount,
    .shape {
      fill: CanvasText !important;
    }
    .becameInactive > .amount {
      fill: Canvas !important;
      stroke: CanvasText;
      stroke-dasharray: 3 2;
    }
    .flow:focus-visible > .ribbon {
      stroke: Highlight;
    }
  }
`;
