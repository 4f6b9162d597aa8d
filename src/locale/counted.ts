/** What a figure is, for the popover "why?". */
export interface FigureTerms {
  readonly label: string;
  readonly definition: string;
  readonly formula: string;
}
