/** Look of the funnel: greys, and the accent for what was lost most. */
import { css } from '../../theme/css.js';

export const funnelStyles = css`
  .funnel text {
    pointer-events: none;
  }
  .muted {
    color: var(--kpi-muted);
  }
  .ink {
    color: var(--kpi-ink);
  }
  .accent,
  .loss {
    fill: var(--kpi-bar-accent, var(--kpi-accent));
  }
  .step,
  .group {
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
  .loss {
    fill-opacity: 0.14;
  }
  .animated :is(.bar, .loss) {
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
    .loss {
      stroke: Highlight;
    }
  }
`;
