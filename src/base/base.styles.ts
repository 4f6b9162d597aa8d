/** Look of everything that widgets have in common. Logical properties only; colours are tokens. */
import { css } from '../theme/css.js';
import { tokenStyles } from '../theme/token.styles.js';
import { picture } from './picture.styles.js';

/** Frame of the widget, what it must not inherit from its page, and texts. */
const frame = css`
  :host {
    display: block;
    min-inline-size: 0;
  }
  :host([hidden]) {
    display: none;
  }
  .base {
    all: initial;
    display: block;
    position: relative;
    container: kpi / inline-size;
    contain-intrinsic-inline-size: 20rem;
    visibility: inherit;
    pointer-events: inherit;
    color-scheme: inherit;
    color: var(--kpi-ink);
    font-family: inherit;
    font-size: var(--kpi-body-size);
    font-variant-numeric: tabular-nums;
    line-height: 1.45;
    overflow-wrap: break-word;
  }
  .compact {
    --kpi-space: calc(var(--_space) / 2);
    line-height: 1.3;
  }
  * {
    box-sizing: border-box;
    margin: 0;
    unicode-bidi: plaintext;
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }
  ul {
    padding-inline-start: 1rem;
  }
  .heading,
  .title,
  .value,
  .strong,
  h3 {
    font-weight: 600;
  }
  .heading {
    font-size: var(--kpi-heading-size);
    line-height: 1.3;
  }
  .note,
  .notices,
  .tooltip,
  .toolbar button,
  caption,
  thead th,
  dt {
    color: var(--kpi-muted);
    font-size: var(--kpi-note-size);
  }
  .top,
  .toolbar,
  .progress,
  .actions,
  .figures ul {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: var(--kpi-space);
  }
  .top {
    justify-content: space-between;
    gap: 0 1rem;
  }
  .finding,
  .partial,
  .state,
  .figures,
  .caption,
  dl,
  .actions {
    margin-block: var(--kpi-space);
  }
  .finding {
    max-inline-size: 44rem;
    text-wrap: pretty;
  }
  .toolbar {
    margin-inline-start: -0.25rem;
  }
  .figures ul {
    gap: var(--kpi-space) 2rem;
    padding: 0;
    list-style: none;
  }
  .figure {
    border: 0;
    padding: 0;
  }
  .figure,
  .figure > *,
  .badge,
  .tooltip > *,
  .menu button {
    display: block;
  }
  .badge,
  .partial,
  .error,
  pre {
    border-inline-start: 3px solid var(--kpi-warn);
    padding-inline-start: 0.5rem;
  }
  .error {
    border-color: var(--kpi-bad);
  }
  .hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;

/** Buttons, popovers, states. */
const controls = css`
  button,
  summary {
    min-block-size: 1.5rem;
    cursor: pointer;
  }
  button,
  [popover] {
    border: 1px solid var(--kpi-control);
    border-radius: var(--kpi-radius);
    padding: 0.5rem 0.75rem;
  }
  button {
    min-inline-size: 1.5rem;
    padding: 0 0.5rem;
    background: none;
    color: inherit;
    font: inherit;
  }
  .toolbar button {
    border: 0;
    padding: 0 0.25rem;
    text-decoration: underline var(--kpi-hairline);
    text-underline-offset: 0.25em;
  }
  button:hover,
  button[aria-expanded='true'] {
    color: var(--kpi-ink);
    text-decoration-color: currentcolor;
  }
  .figure:hover .value {
    text-decoration: underline;
  }
  [popover] {
    position: fixed;
    inset: auto;
    background: var(--kpi-surface);
    max-inline-size: min(26rem, calc(100vw - 16px));
    max-block-size: calc(100vh - 16px);
    overflow: auto;
    color: var(--kpi-ink);
  }
  :focus-visible {
    outline: 2px solid var(--kpi-accent);
    outline-offset: 1px;
  }
  .explain dl {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 0.25rem 0.75rem;
    align-items: baseline;
  }
  .state {
    display: grid;
    gap: var(--kpi-space);
    justify-items: start;
    overflow-wrap: anywhere;
  }
  progress {
    inline-size: 10rem;
    accent-color: var(--kpi-accent);
  }
  pre {
    direction: ltr;
    border-color: var(--kpi-hairline);
    white-space: pre-wrap;
    text-align: start;
  }
`;

export const baseStyles = [tokenStyles, frame, controls, picture];
