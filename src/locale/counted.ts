/** What a figure is, for the popover "why?". */
export type FigureWords = readonly [label: string, definition: string, formula: string];
