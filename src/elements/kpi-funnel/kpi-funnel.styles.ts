/** Look of the funnel: greys, and the accent for what was lost most. */
import { css } from 'lit';

export const funnelStyles = css`
  .funnel text {
    direction: ltr;
    fill: var(--kpi-ink);
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
  .words {
    pointer-events: none;
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
  .whisker {
    fill: none;
    stroke: var(--kpi-ink);
    opacity: 0;
  }
  .mark:is(:hover, :focus-visible) .whisker {
    opacity: 1;
  }
  .animated :is(.bar, .lost, .whisker) {
    transition: var(--kpi-motion);
    transition-property: x, width, opacity;
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
    .lost,
    .whisker {
      stroke: Highlight;
    }
    .funnel :is(text, .muted) {
      fill: CanvasText;
    }
    .funnel .accent {
      fill: LinkText;
    }
  }
  @media print {
    .whisker {
      opacity: 0;
    }
  }
`;
