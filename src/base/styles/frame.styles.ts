/** Frame of the widget, and what it must not inherit from its page. */
import { css } from 'lit';

export const frame = css`
  :host {
    display: block;
    min-inline-size: 0;
  }
  :host([hidden]) {
    display: none;
  }
  .base {
    position: relative;
    container: kpi / inline-size;
    contain-intrinsic-inline-size: 20rem;
    color: var(--kpi-ink);
    font-size: var(--kpi-body-size);
    font-weight: 400;
    font-style: normal;
    font-variant-numeric: tabular-nums;
    line-height: 1.45;
    letter-spacing: normal;
    word-spacing: normal;
    text-align: start;
    text-indent: 0;
    text-transform: none;
    text-shadow: none;
    white-space: normal;
    overflow-wrap: break-word;
    cursor: auto;
  }
  .base.light {
    color-scheme: light;
  }
  .base.dark {
    color-scheme: dark;
  }
  .base:is(.light, .dark) {
    background: var(--kpi-surface);
  }
  .base.compact {
    --kpi-space: calc(var(--_space) / 2);
    line-height: 1.3;
  }
  .base *,
  .base *::before {
    box-sizing: border-box;
  }
  p,
  ul {
    margin: 0;
    padding: 0;
  }
  ul {
    list-style: none;
  }
  .note {
    color: var(--kpi-muted);
    font-size: var(--kpi-note-size);
  }
  .hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  :focus-visible {
    outline: 2px solid var(--kpi-accent);
    outline-offset: 1px;
  }
`;
