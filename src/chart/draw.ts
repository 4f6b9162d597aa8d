/** Pictures as SVG. Colours and sizes are classes, which are parts for the page's style sheet as well; positions are attributes. */
import { nothing, svg, type SVGTemplateResult } from 'lit/html.js';
import type { Box, Label } from './pen.js';
import type { Mark } from './types.js';

/** @internal A box: what answers to the pointer where it has no look of its own. */
export interface Shape extends Box {
  readonly look?: string;
  readonly path?: undefined;
}

/** @internal */
export interface Path {
  readonly look: string;
  readonly path: string;
}

/** @internal Shapes and texts that belong together, for the eye (`look`) and for assistive technology. */
export interface Group {
  readonly look?: string;
  readonly role?: string;
  readonly label?: string;
  /** Said with its own label. */
  readonly mark?: Mark;
  readonly pressed?: boolean;
  /** Labels say in sentences what this says in pieces. */
  readonly hidden?: boolean;
  readonly inside: readonly (Group | Shape | Path)[];
  /** Above what is inside. */
  readonly texts?: readonly Label[];
}

/** @internal A group without its marks and roles where all is one picture. */
export interface Picture extends Group {
  readonly width: number;
  readonly height: number;
  /** Nothing inside can be reached. */
  readonly still?: boolean;
}

/** Marks of a group, in the order in which they are drawn: that of the tab and arrow keys. */
export function marksIn({ mark, inside }: Group): Mark[] {
  return mark ? [mark] : inside.flatMap((each) => ('inside' in each ? marksIn(each) : []));
}

const drawText = ({ look, x, y, anchor, text }: Label): SVGTemplateResult =>
  svg`<text class=${look} x=${x} y=${y} text-anchor=${anchor}>${text}</text>`;

export function drawPicture({ width, height, still, look, role, label, inside, texts = [] }: Picture): SVGTemplateResult {
  const draw = (each: Group | Shape | Path): SVGTemplateResult => {
    const { look } = each;
    if (!('inside' in each)) {
      if (each.path !== undefined) return svg`<path class=${look} d=${each.path}></path>`;
      return svg`<rect class=${look ?? 'hit'} part=${look ?? nothing} x=${each.x} y=${each.y} width=${each.width} height=${each.height}></rect>`;
    }
    const { mark } = each;
    return svg`<g
      class=${look ?? nothing}
      part=${look ?? nothing}
      role=${(!still && each.role) || nothing}
      aria-label=${(!still && (mark?.label ?? each.label)) || nothing}
      aria-pressed=${each.pressed ?? nothing}
      aria-hidden=${each.hidden ?? nothing}
      data-mark=${mark?.id ?? nothing}
    >${each.inside.map(draw)}${each.texts?.map(drawText)}</g>`;
  };
  return svg`<svg
    class=${look}
    viewBox="0 0 ${width} ${height}"
    width=${width}
    height=${height}
    direction="ltr"
    role=${role ?? nothing}
    aria-label=${label ?? nothing}
  >${inside.map(draw)}<g aria-hidden="true">${texts.map(drawText)}</g></svg>`;
}
