/** One bar of shares: pieces in order, each with its label inside, or outside where it is too narrow for it. */
import { LINE, MIDDLE, type Box, type Label, type Measure, type Pen } from './geometry.js';

export interface PieceLayout {
  readonly box: Box;
  readonly inside: Label | null;
  readonly outside: Label | null;
}

export interface BarLayout {
  /** null: nothing of this piece can be drawn (nobody, or withheld). */
  readonly pieces: readonly (PieceLayout | null)[];
  readonly track: Box;
  readonly withheld: { readonly box: Box; readonly label: Label | null } | null;
  /** With the line of outside labels, if there is one. */
  readonly height: number;
}

interface Piece {
  readonly share: number | null;
  readonly text: string;
}

interface BarPlace {
  readonly start: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly outside: 'above' | 'below';
  readonly withheld: string;
}

interface Span {
  readonly index: number;
  readonly from: number;
  readonly width: number;
}

const PADDING = 4;
const APART = 10;
const THINNEST = 1;

function spans(pieces: readonly Piece[], width: number): Span[] {
  let from = 0;
  return pieces.map(({ share }, index) => {
    const span = { index, from, width: Math.max(0, share ?? 0) * width };
    from += span.width;
    return span;
  });
}

/** Starts of the labels, in order, as near to the middle of their pieces as the others allow. */
function spaced(wanted: readonly { middle: number; width: number }[], room: number): number[] {
  const starts: number[] = [];
  let least = 0;
  for (const { middle, width } of wanted) {
    const start = Math.max(least, middle - width / 2);
    starts.push(start);
    least = start + width + APART;
  }
  let most = room;
  for (let index = starts.length - 1; index >= 0; index--) {
    starts[index] = Math.min(starts[index] ?? 0, most - (wanted[index]?.width ?? 0));
    most = (starts[index] ?? 0) - APART;
  }
  return starts;
}

/** Leaves out the smallest pieces until the labels of the others fit side by side. */
function thatFit(narrow: readonly Span[], pieces: readonly Piece[], room: number, measure: Measure): Span[] {
  let kept = [...narrow];
  const needed = () => kept.reduce((sum, { index }) => sum + measure(pieces[index]?.text ?? '', 'note') + APART, -APART);
  while (kept.length > 0 && needed() > room) {
    const smallest = kept.reduce((a, b) => (b.width < a.width ? b : a));
    kept = kept.filter((span) => span !== smallest);
  }
  return kept;
}

function outsideLabels(
  spansOut: readonly Span[],
  pieces: readonly Piece[],
  place: BarPlace,
  measure: Measure,
  pen: Pen,
): Map<number, Label> {
  const text = ({ index }: Span) => pieces[index]?.text ?? '';
  const wanted = spansOut.map((span) => ({ middle: span.from + span.width / 2, width: measure(text(span), 'note') }));
  const starts = spaced(wanted, place.width);
  const baseline = place.outside === 'above' ? place.y + LINE.note - 5 : place.y + place.height + LINE.note - 3;
  return new Map(spansOut.map((span, order) => [span.index, pen.label(text(span), place.start + (starts[order] ?? 0), baseline)]));
}

export function barLayout(pieces: readonly Piece[], place: BarPlace, measure: Measure, pen: Pen): BarLayout {
  const all = spans(pieces, place.width).filter((span) => span.width > 0);
  const fitsInside = (span: Span) => measure(pieces[span.index]?.text ?? '', 'note') + 2 * PADDING <= span.width;
  const narrow = thatFit(
    all.filter((span) => !fitsInside(span)),
    pieces,
    place.width,
    measure,
  );
  const outside = outsideLabels(narrow, pieces, place, measure, pen);
  const line = narrow.length > 0 ? LINE.note : 0;
  const y = place.outside === 'above' ? place.y + line : place.y;
  const baseline = y + place.height / 2 + MIDDLE.note;
  const laid: (PieceLayout | null)[] = pieces.map(() => null);
  for (const span of all) {
    const { text } = pieces[span.index] ?? { text: '' };
    laid[span.index] = {
      box: pen.box(place.start + Math.min(span.from, place.width - THINNEST), y, Math.max(THINNEST, span.width), place.height),
      inside: fitsInside(span) ? pen.label(text, place.start + span.from + PADDING, baseline) : null,
      outside: outside.get(span.index) ?? null,
    };
  }
  const known = all.reduce((sum, span) => sum + span.width, 0);
  return {
    pieces: laid,
    track: pen.box(place.start, y, place.width, place.height),
    withheld: withheldPart(pieces, known, { ...place, y }, measure, pen),
    height: place.height + line,
  };
}

/** The rest of the bar where shares are withheld: it says so instead of guessing where they end. */
function withheldPart(pieces: readonly Piece[], known: number, place: BarPlace, measure: Measure, pen: Pen): BarLayout['withheld'] {
  const width = place.width - known;
  if (pieces.every(({ share }) => share !== null) || width < THINNEST) return null;
  const fits = measure(place.withheld, 'note') + 2 * PADDING <= width;
  const baseline = place.y + place.height / 2 + MIDDLE.note;
  return {
    box: pen.box(place.start + known, place.y, width, place.height),
    label: fits ? pen.label(place.withheld, place.start + known + PADDING, baseline, { tone: 'quiet' }) : null,
  };
}
