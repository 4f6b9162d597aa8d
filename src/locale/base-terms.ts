/** Words of the base class: states, toolbar, errors, explain popover. A term missing in a language does not compile. */
import type { ErrorCode } from '../core/errors.js';
import type { TableName } from '../core/table/dataset.js';
import type { Detail, LeftReason, NoticeCode, Part, ReasonCode } from './codes.js';

/** What went wrong, and what to do about it: two sentences. */
export type ErrorTerms = readonly [what: string, todo: string];

export interface ExplainTerms {
  title(label: string): string;
  definition: string;
  formula: string;
  numerator: string;
  denominator: string;
  interval: string;
  sample: string;
  reason: string;
  window: string;
  range(from: string, to: string): string;
  asOf: string;
  timeZone: string;
  rowsUsed: string;
  rowsLeft: string;
  version: string;
  copy: string;
  copied: string;
  close: string;
  others: string;
}

export interface ToolbarTerms {
  table: string;
  why: string;
  export: string;
  csv: string;
  svg: string;
  png: string;
  print: string;
}

export interface LoadingTerms {
  title: string;
  /** `total` is null when the server does not say. */
  bytes(read: string, total: string | null): string;
  rows(read: string, total: string | null): string;
  cancel: string;
}

export interface EmptyTerms {
  title: string;
  /** Before the widget's two lines of JSON. */
  example: string;
  /** The data were read, and there is no figure in them. */
  noFigures: string;
}

export interface ErrorStateTerms {
  retry: string;
  /** After a person cancelled. */
  reload: string;
}

export interface NoticeTerms {
  /** Summary of the strip: rows refused or left, things to know. */
  summary(rows: number, rowsText: string, notices: number): string;
  refused(table: string, count: number, countText: string, reason: string): string;
  left(table: string, count: number, countText: string, reason: string): string;
  example(path: string, got: string): string;
  setting(attribute: string, got: string, used: string): string;
}

export interface BaseTerms {
  readonly language: 'en' | 'fr';
  /** `Rate: 10 %`, with the spaces of the language. */
  labelled(label: string, value: string): string;
  toolbar: ToolbarTerms;
  loading: LoadingTerms;
  empty: EmptyTerms;
  error: ErrorStateTerms;
  /** Before the reasons of a partial result. */
  partial: string;
  /** Live message: a widget has new figures. */
  updated(heading: string): string;
  /** Badge beside a rate on fewer than 30. */
  smallSample(n: string): string;
  caption: {
    asOf(date: string): string;
    timeZone(zone: string): string;
    used(count: number, text: string): string;
    left(count: number, text: string): string;
  };
  explain: ExplainTerms;
  notice: NoticeTerms;
  tables: Record<TableName, string>;
  /** Names of what an error found, where. */
  details: Record<Detail, string>;
  parts: Record<Part, string>;
  errors: Record<ErrorCode, ErrorTerms>;
  reasons: Record<ReasonCode, string>;
  left: Record<LeftReason, string>;
  /** `about`: the column, key or value that it is about. */
  notices: Record<NoticeCode, (about: string) => string>;
}
