/** Tooltip, menu, explanation. */
import { css } from 'lit';

export const popovers = css`
  [popover] {
    position: fixed;
    inset: auto;
    margin: 0;
    max-inline-size: min(26rem, calc(100vw - 16px));
    max-block-size: calc(100vh - 16px);
    overflow: auto;
    border: 1px solid var(--kpi-control);
    border-radius: var(--kpi-radius);
    padding: 0.5rem 0.75rem;
    background: var(--kpi-surface);
    color: var(--kpi-ink);
    font-size: var(--kpi-body-size);
  }
  .tooltip {
    max-inline-size: min(20rem, calc(100vw - 16px));
    padding: 0.25rem 0.5rem;
    font-size: var(--kpi-note-size);
  }
  .tooltip > * {
    display: block;
  }
  .menu button {
    display: block;
    inline-size: 100%;
    border: 0;
    padding: 0.25rem 0.5rem;
    text-align: start;
  }
  .explain h3 {
    margin: 0 0 0.25rem;
    font-size: inherit;
    font-weight: 600;
  }
  .explain:focus-visible {
    outline: none;
  }
  .explain dl {
    margin-block: 0.5rem;
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 0.25rem 0.75rem;
  }
  .explain dt {
    color: var(--kpi-muted);
    font-size: var(--kpi-note-size);
    line-height: 1.7;
  }
  .explain dd {
    margin: 0;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
    margin-block-start: 0.75rem;
  }
  .actions [aria-current='true'] {
    font-weight: 600;
  }
`;
