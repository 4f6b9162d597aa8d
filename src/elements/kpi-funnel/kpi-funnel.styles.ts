/** Look of the funnel: greys, and the accent for what was lost most. */
import { css } from 'lit';

export const funnelStyles = css`
  .funnel text {
    direction: ltr;
    fill: var(--kpi-ink);
    pointer-events: none;
  }
  .funnel .note {
    font-size: var(--kpi-note-size);
  }
  .funnel .strong {
    font-weight: 600;
  }
  .funnel .muted {
    fill: var(--kpi-muted);
  }
  .funnel :is(.accent, .lost) {
    fill: var(--kpi-bar-accent, var(--kpi-accent));
  }
  .area {
    fill: transparent;
  }
  .bar {
    fill: var(--kpi-bar, var(--kpi-series-2));
  }
  .optional {
    fill: var(--kpi-bar-optional, var(--kpi-series-3));
  }
  .flow {
    fill: var(--kpi-flow, var(--kpi-track));
  }
  .lost {
    fill-opacity: 0.14;
  }
  .animated :is(.bar, .lost) {
    transition: var(--kpi-motion);
    transition-property: x, width;
  }
  @media (forced-colors: active) {
    .bar {
      fill: CanvasText;
    }
    .optional {
      fill: Canvas;
      stroke: CanvasText;
    }
    .flow {
      fill: none;
    }
    .lost {
      stroke: Highlight;
    }
  }
`;
