import { css } from 'lit';

/** Colours of the tiers, for the picture and the list alike. */
const tiers = css`
  .base {
    --_tier-watch: var(--kpi-tier-watch, var(--kpi-warn));
    --_tier-risk: var(--kpi-tier-risk, var(--kpi-bad));
    --_tier-inactive: var(--kpi-tier-inactive, var(--kpi-series-2));
  }
  .tier-watch {
    --_tier: var(--_tier-watch);
  }
  .tier-risk {
    --_tier: var(--_tier-risk);
  }
  .tier-inactive {
    --_tier: var(--_tier-inactive);
  }
  .shape,
  .bar {
    fill: var(--_tier);
  }
  .rail {
    fill: var(--kpi-track);
  }
`;

const picture = css`
  .chart {
    margin-block-start: calc(var(--kpi-space) * 2);
  }
  .chart text {
    fill: var(--kpi-ink);
    unicode-bidi: plaintext;
    font-variant-numeric: tabular-nums;
  }
  .chart .size-heading {
    font-size: var(--kpi-heading-size);
    font-weight: 600;
  }
  .chart .size-strong {
    font-size: var(--kpi-body-size);
    font-weight: 600;
  }
  .chart .size-body {
    font-size: var(--kpi-body-size);
  }
  .chart .size-note {
    font-size: var(--kpi-note-size);
  }
  .chart .tick,
  .chart .rule {
    fill: var(--kpi-muted);
  }
  .hit {
    fill: transparent;
  }
  .ink {
    pointer-events: none;
  }
  .hit[role='button']:hover + .ink .name,
  .hit[aria-pressed='true'] + .ink .name {
    text-decoration: underline 2px var(--_tier);
    text-underline-offset: 4px;
  }
  .axis {
    stroke: var(--kpi-control);
    shape-rendering: crispEdges;
  }
  .grid {
    stroke: var(--kpi-hairline);
    shape-rendering: crispEdges;
  }
  .band {
    fill: var(--kpi-accent);
    opacity: 0.18;
  }
  .line {
    fill: none;
    stroke: var(--kpi-accent);
    stroke-width: 2;
    stroke-linejoin: round;
    stroke-linecap: round;
  }
  .last {
    fill: var(--kpi-accent);
    pointer-events: none;
  }
  .dot {
    fill: var(--kpi-accent);
    opacity: 0;
  }
  .alone .dot,
  .month:hover .dot,
  .month:focus-visible .dot {
    opacity: 1;
  }
`;

export const churnAlertsStyles = [tiers, picture];
