/** The colour scale as labelled steps: each edge stands between two swatches. */
import { LINE, longestFitting, middleInside, type Box, type Label, type Measure, type Pen } from './geometry.js';
import type { RfmScene } from './scene.js';

export interface LegendLayout {
  readonly swatches: readonly { readonly box: Box; readonly step: number }[];
  readonly labels: readonly Label[];
  readonly height: number;
}

const SWATCH = { height: 8, widest: 44 };
const APART = 8;

/** Every edge where there is room, else every second one, …; always the highest. */
function spokenEdges(edges: readonly string[], swatch: number, measure: Measure): Set<number> {
  const last = edges.length - 1;
  const widest = Math.max(...edges.map((edge) => measure(edge, 'note')));
  const every = Math.max(1, Math.ceil((widest + APART) / swatch));
  return new Set(edges.flatMap((_, index) => ((last - index) % every === 0 ? [index] : [])));
}

/**
 * null where all cells are of one class: there is nothing to tell apart.
 * @param place from the start of the line; no text goes past `end`
 */
export function legendLayout(
  legend: RfmScene['legend'],
  place: { start: number; y: number; end: number },
  measure: Measure,
  pen: Pen,
): LegendLayout | null {
  if (legend.edges.length === 0) return null;
  const width = place.end - place.start;
  const swatch = Math.min(SWATCH.widest, Math.floor(width / legend.steps.length));
  const y = place.y + LINE.note + 4;
  const spoken = spokenEdges(legend.edges, swatch, measure);
  const title = longestFitting(legend.titles, width, 'note', measure);
  const edgeLabel = (edge: string, index: number): Label[] => {
    if (!spoken.has(index)) return [];
    const middle = middleInside(place.start + (index + 1) * swatch, edge, place.end, measure);
    return [pen.label(edge, middle, y + SWATCH.height + 14, { anchor: 'middle', tone: 'quiet' })];
  };
  return {
    swatches: legend.steps.map((step, index) => ({ box: pen.box(place.start + index * swatch, y, swatch, SWATCH.height), step })),
    labels: [pen.label(title, place.start, place.y + 12, { tone: 'quiet' }), ...legend.edges.flatMap(edgeLabel)],
    height: LINE.note + 4 + SWATCH.height + 18,
  };
}
