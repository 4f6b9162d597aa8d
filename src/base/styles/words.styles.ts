/** Heading, toolbar, finding, key figures, notices. */
import { css } from 'lit';

export const words = css`
  .top {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-between;
    gap: 0 calc(var(--kpi-space) * 2);
  }
  .heading {
    font-size: var(--kpi-heading-size);
    font-weight: 600;
    line-height: 1.3;
  }
  .heading ::slotted(*) {
    margin: 0;
    font: inherit;
  }
  .toolbar {
    display: flex;
    flex-wrap: wrap;
    gap: var(--kpi-space);
  }
  .toolbar button {
    border: 0;
    padding: 0 0.25rem;
    color: var(--kpi-muted);
    font-size: var(--kpi-note-size);
    text-decoration: underline;
    text-decoration-color: var(--kpi-hairline);
    text-underline-offset: 0.25em;
  }
  button {
    min-block-size: 1.5rem;
    min-inline-size: 1.5rem;
    border: 1px solid var(--kpi-control);
    border-radius: var(--kpi-radius);
    padding: 0.125rem 0.75rem;
    background: transparent;
    color: inherit;
    font: inherit;
    cursor: pointer;
  }
  button:hover,
  .toolbar button:is(:hover, [aria-expanded='true'], [aria-pressed='true']) {
    color: var(--kpi-ink);
    text-decoration-color: currentcolor;
  }
  .finding {
    margin-block: var(--kpi-space);
    max-inline-size: 44rem;
    text-wrap: pretty;
  }
  .figures {
    display: flex;
    flex-wrap: wrap;
    gap: var(--kpi-space) calc(var(--kpi-space) * 3);
    margin-block-end: calc(var(--kpi-space) * 1.5);
  }
  .figure {
    display: block;
    border: 0;
    padding: 0;
    text-align: start;
  }
  .figure > * {
    display: block;
  }
  .figure-label {
    color: var(--kpi-muted);
    font-size: var(--kpi-note-size);
  }
  .figure-value {
    font-weight: 600;
  }
  button.figure:hover .figure-value {
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  .badge {
    border-inline-start: 3px solid var(--kpi-warn);
    padding-inline-start: 0.375rem;
    font-size: var(--kpi-note-size);
  }
  .caption {
    margin-block-start: var(--kpi-space);
  }
  .notices {
    font-size: var(--kpi-note-size);
    color: var(--kpi-muted);
  }
  summary {
    min-block-size: 1.5rem;
    align-content: center;
    cursor: pointer;
  }
  .notices ul,
  .partial ul,
  .state ul {
    padding-inline-start: 1rem;
    list-style: disc;
  }
  .partial {
    border-inline-start: 3px solid var(--kpi-warn);
    margin-block: var(--kpi-space);
    padding-inline-start: 0.5rem;
  }
`;
