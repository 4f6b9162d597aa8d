/** The picture: tiles, and the open one in full, in one SVG. */
import type { TemplateResult } from 'lit/html.js';
import type { PulseLayout } from './kpi-pulse-layout.js';
import type { ChartFrame } from '../../base/widget.js';
import { drawPicture, type Group, type Path } from '../../chart/draw.js';

const drawn = (paths: Readonly<Record<string, string>>): Path[] =>
  Object.entries(paths).flatMap(([look, path]) => (path ? { look, path } : []));

/** @param name Of the group of tiles, and of the open tile, for assistive technology. */
export function pulseChart(
  { height, tiles, detail, rows }: PulseLayout,
  open: string,
  { width, static: still }: ChartFrame,
  name: string,
  opened: string,
): TemplateResult {
  const role = still ? 'img' : 'button';
  const tileGroups = tiles.map(({ mark, area, texts, tone, rule, paths }): Group => {
    const isOpen = mark.figure === open;
    return {
      look: `tile ${tone}${isOpen ? ' opened' : ''}`,
      inside: [
        { hidden: true, inside: [{ look: 'rule', path: rule }, ...drawn(paths)], texts },
        { mark, role, pressed: still ? undefined : isOpen, inside: [area] },
      ],
    };
  });
  const points = (detail?.points ?? []).map(({ mark, area, bar, partial }): Group => ({
    ...{ look: `point${partial ? ' partial' : ''}`, mark, role },
    inside: [area, ...(bar ? [{ look: detail!.hasBars ? 'bar' : 'spot', path: bar }] : [])],
  }));
  const lines = (rows?.rows ?? []).map(({ bar, look, area, mark }): Group => {
    const shapes = [area, ...(bar ? [{ ...bar, look }] : [])];
    return mark ? { look: 'row', mark, role, inside: shapes } : { look: 'row', hidden: true, inside: shapes };
  });
  const detailGroup: Group[] = detail
    ? [
        {
          ...{ look: 'detail', role: 'group', label: opened },
          inside: [
            { hidden: true, inside: drawn({ ...detail.paths, past: '' }), texts: [...detail.texts, ...rows!.texts] },
            ...points,
            ...lines,
            // Over the bars.
            { hidden: true, look: 'before', inside: drawn({ past: detail.paths.past }) },
          ],
        },
      ]
    : [];
  return drawPicture({
    ...{ width, height, look: 'pulse', role: 'group', label: name },
    inside: [{ role: 'group', label: name, inside: tileGroups }, ...detailGroup],
  });
}
