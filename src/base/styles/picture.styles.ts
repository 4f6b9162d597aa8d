/** The picture and its marks. */
import { css } from 'lit';

export const picture = css`
  .chart svg {
    display: block;
    max-inline-size: 100%;
    overflow: visible;
    fill: currentcolor;
    font-size: var(--kpi-body-size);
  }
  .stale .chart,
  .stale .figures,
  .stale .finding {
    opacity: 0.55;
  }
  .animated :is(.chart, .figures, .finding) {
    transition: opacity var(--kpi-motion);
  }
  [data-mark] {
    cursor: pointer;
  }
  .static [data-mark] {
    cursor: auto;
  }
  [data-mark]:focus {
    outline: none;
  }
  [data-mark]:focus-visible {
    outline: 2px solid var(--kpi-accent);
    outline-offset: 1px;
  }
  .skeleton {
    display: block;
    fill: var(--kpi-track);
  }
`;
