/** Widths, motion, forced colours, print. */
import { css } from 'lit';

export const media = css`
  @container kpi (inline-size < 480px) {
    .explain dl {
      grid-template-columns: 1fr;
      gap: 0;
    }
  }
  @container kpi (inline-size >= 720px) {
    .figures {
      gap: var(--kpi-space) calc(var(--kpi-space) * 5);
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .base * {
      transition: none !important;
      animation: none !important;
    }
  }
  @media (forced-colors: active) {
    .sign,
    .badge,
    .partial {
      border: 1px solid;
    }
  }
  @media print {
    .toolbar,
    .state button,
    .progress {
      display: none;
    }
    .tables.hidden {
      position: static;
      inline-size: auto;
      block-size: auto;
      overflow: visible;
      clip-path: none;
      white-space: normal;
    }
    .scroll {
      overflow: visible;
    }
    .chart,
    .figures,
    tr {
      break-inside: avoid;
    }
    .tables table {
      font-size: var(--kpi-note-size);
    }
    .tables :is(th, td):not(:first-child) {
      padding-inline: 0.25rem 0;
    }
    .tables th {
      hyphens: auto;
      overflow-wrap: anywhere;
    }
    thead {
      display: table-header-group;
    }
    .base * {
      transition: none !important;
      animation: none !important;
    }
  }
`;
