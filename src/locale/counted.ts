/** Shapes that the words of several widgets share. */

/** A number that a person reads, and the number itself for the plural. */
export interface Counted {
  readonly n: number;
  readonly text: string;
}

/** What a figure is, for the popover "why?". */
export interface FigureTerms {
  readonly label: string;
  readonly definition: string;
  readonly formula: string;
}
