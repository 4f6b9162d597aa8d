import type { BaseTerms } from './base-terms.js';
import { errorsEn } from './errors-en.js';
import { leftEn, noticesEn, reasonsEn } from './reasons-en.js';

const rows = (n: number, text: string) => `${text} ${n === 1 ? 'row' : 'rows'}`;

export const baseEn: BaseTerms = {
  language: 'en',
  labelled: (label, value) => `${label}: ${value}`,
  toolbar: {
    table: 'Table',
    why: 'Why?',
    export: 'Export',
    csv: 'Figures (CSV)',
    svg: 'Picture (SVG)',
    png: 'Picture (PNG)',
    print: 'Print',
  },
  loading: {
    title: 'Calculating…',
    bytes: (read, total) => (total === null ? `${read} read` : `${read} of ${total} read`),
    rows: (read, total) => (total === null ? `${read} rows` : `${read} of ${total} rows`),
    cancel: 'Cancel',
  },
  empty: {
    title: 'No data yet.',
    example: 'Give the widget rows such as these:',
    noFigures: 'The data were read, and there is no figure to show.',
  },
  error: {
    where: (path) => `Where: ${path}`,
    got: (value) => `Found: “${value}”`,
    retry: 'Try again',
    reload: 'Load again',
  },
  partial: 'Some figures are missing:',
  updated: (heading) => `${heading}: figures updated.`,
  smallSample: (n) => `small sample (n = ${n})`,
  caption: {
    asOf: (date) => `As of ${date}`,
    timeZone: (zone) => `time zone ${zone}`,
    used: (n, text) => `${rows(n, text)} used`,
    left: (n, text) => `${rows(n, text)} left out`,
  },
  explain: {
    title: (label) => `Where “${label}” comes from`,
    definition: 'Definition',
    formula: 'Formula',
    numerator: 'Numerator',
    denominator: 'Denominator',
    interval: '95% interval (Wilson)',
    sample: 'Sample size',
    reason: 'Why there is no figure',
    window: 'Period',
    range: (from, to) => `${from} to ${to}`,
    asOf: 'As of',
    timeZone: 'Time zone',
    rowsUsed: 'Rows used',
    rowsLeft: 'Rows left out',
    version: 'Definition version',
    copy: 'Copy as text',
    copied: 'Copied',
    close: 'Close',
    others: 'Other figures',
  },
  notice: {
    summary: (n, text, notices) =>
      [n ? `${rows(n, text)} not counted` : '', notices ? `${notices} ${notices === 1 ? 'note' : 'notes'} on the data` : '']
        .filter(Boolean)
        .join(' · '),
    refused: (table, n, text, reason) => `${table}: ${rows(n, text)} could not be read (${reason})`,
    left: (table, n, text, reason) => `${table}: ${rows(n, text)} left out (${reason})`,
    example: (path, got) => `${path}: “${got}”`,
    setting: (attribute, got, used) => `The setting “${attribute}” does not know “${got}”; “${used}” is used.`,
  },
  tables: {
    orders: 'Orders',
    refunds: 'Refunds',
    customers: 'Customers',
    identities: 'Identities',
    visits: 'Visits',
    events: 'Events',
    steps: 'Steps',
  },
  errors: errorsEn,
  reasons: reasonsEn,
  left: leftEn,
  notices: noticesEn,
};
