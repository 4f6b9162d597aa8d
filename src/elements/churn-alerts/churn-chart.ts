/** The picture: tiers and trend in one SVG. */
import type { TemplateResult } from 'lit/html.js';
import type { ChurnLayout, Place } from './churn-alerts-layout.js';
import { TIERS, type ChurnContext } from './churn-context.js';
import { TIER_SHAPES } from './tier-shape.js';
import type { ChartFrame } from '../../base/widget.js';
import { drawPicture, type Group, type Path } from '../../chart/draw.js';
import type { TierId } from '../../core/kpi/churn-types.js';

/** Shapes only: the label says in a sentence what the words under it say in pieces. @param pressed undefined: it cannot be picked. */
function markOf({ mark, area }: Place, look?: string, pressed?: boolean, inside: readonly Path[] = []): Group {
  return { look, mark, role: pressed === undefined ? 'img' : 'button', pressed, inside: [area, ...inside] };
}

export function churnChart(
  { height, tiers, trend: { texts, paths, months } }: ChurnLayout,
  { terms: { tables } }: ChurnContext,
  picked: TierId | '',
  { width, static: still }: ChartFrame,
): TemplateResult {
  const [[tiersName], [trendName]] = [tables.tiers, tables.trend];
  const role = 'group';
  const tierGroups = tiers.map((place, i): Group => {
    const { shape, bars, texts: words } = place;
    const id = TIERS[i];
    const drawn = [
      { look: 'shape', path: `M${shape.x} ${shape.y}${TIER_SHAPES[id]}` },
      ...bars.map((box, bar) => ({ ...box, look: bar % 2 ? 'bar' : 'rail' })),
    ];
    return {
      look: `tier tier-${id}`,
      inside: [{ hidden: true, inside: drawn, texts: words }, markOf(place, undefined, still ? undefined : picked === id)],
    };
  });
  const lines = Object.entries(paths).map(([look, path]) => ({ look, path }));
  const points = months.map((place) => {
    const { x, y, dotted } = place;
    const dot = y === null ? [] : [{ look: 'dot', path: `M${x - 3} ${y}a3,3 0 1 0 6,0a3,3 0 1 0-6,0z` }];
    return markOf(place, dotted ? 'month dotted' : 'month', undefined, dot);
  });
  return drawPicture({
    ...{ width, height, look: 'churn', role, label: `${tiersName}, ${trendName}` },
    inside: [
      { role, label: tiersName, inside: tierGroups },
      { look: 'trend', role, label: trendName, inside: [{ hidden: true, inside: lines, texts }, ...points] },
    ],
  });
}
