/** Words of the base class: states, toolbar, errors, explanations. A term missing in a language does not compile. */
import type { Detail, ErrorWords, LeftReason, Line, Name, NoticeCode, ReasonCode } from './codes.js';

export type Advice = readonly [what: string, todo?: string];

export interface BaseTerms {
  readonly language: 'en' | 'fr';
  /** `Rate: 10 %`, with the spaces of the language. */
  labelled(label: string, value: string): string;
  quoted(text: string): string;
  /** Between statements. */
  readonly semicolon: string;
  /** Whether so many take the singular. */
  isOne(n: number): boolean;
  /** Badge beside a rate on fewer than 30. */
  smallSample(n: string): string;

  why: string;
  export: string;
  print: string;
  close: string;
  cancel: string;
  retry: string;
  /** Before buttons for the other figures. */
  others: string;

  loading: string;
  /** After a number of rows read. */
  rows: string;
  /** Before how many rows of all tables are not counted by any widget. */
  unread: string;
  /** Nothing was given. */
  empty: string;
  /** The data were read, and there is no figure in them. */
  noFigures: string;
  /** Before the widget's two lines of JSON. */
  example: string;
  /** Before the reasons of a partial result. */
  partial: string;
  /** Live message: there are new figures. */
  updated: string;

  lines: Record<Line, string>;
  /** English ones are the codes themselves where nothing else is said. */
  names: Partial<Record<Name, string>>;
  details: Record<Detail, string>;
  /** What happened, and what to do where trying again is not all. */
  errors: Record<ErrorWords, Advice>;
  reasons: Record<ReasonCode, string>;
  left: Record<LeftReason, string>;
  /** What is so (before what it is about, where there is something to name), and what to do. */
  notices: Record<NoticeCode, Advice>;
}
