/** Loading, empty, error. */
import { css } from 'lit';

export const states = css`
  .state {
    display: grid;
    gap: var(--kpi-space);
    justify-items: start;
    margin-block: var(--kpi-space);
  }
  .state :is(p, li) {
    overflow-wrap: anywhere;
  }
  .state .title {
    font-weight: 600;
  }
  .state .skeleton {
    justify-self: stretch;
  }
  .sign {
    display: inline-block;
    inline-size: 1.25em;
    border-radius: 50%;
    background: var(--kpi-bad);
    color: var(--kpi-surface);
    text-align: center;
    line-height: 1.25;
  }
  .progress {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--kpi-space);
  }
  progress {
    inline-size: 10rem;
    accent-color: var(--kpi-accent);
  }
  pre {
    margin: 0;
    max-inline-size: 100%;
    overflow-x: auto;
    border-inline-start: 3px solid var(--kpi-hairline);
    padding: 0.25rem 0.5rem;
    font-size: var(--kpi-note-size);
  }
  code {
    font-family: ui-monospace, monospace;
    white-space: pre-wrap;
  }
`;
