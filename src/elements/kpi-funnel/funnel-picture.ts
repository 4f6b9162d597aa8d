/** Draws what the layout placed. */
import type { SVGTemplateResult } from 'lit/html.js';
import type { Mark } from '../../base/widget.js';
import { drawPicture, type Group } from '../../chart/draw.js';
import type { FunnelContext } from './funnel-context.js';
import type { FunnelLayout, Place } from './funnel-layout.js';

/**
 * @param marks of steps, then of groups.
 * @param still without interaction the steps are a plain list.
 */
export function drawFunnel(
  { steps, groups, flows, ...layout }: FunnelLayout,
  marks: readonly Mark[],
  { terms, groupsName }: FunnelContext,
  still: boolean,
): SVGTemplateResult {
  const [listRole, role] = still ? ['list', 'listitem'] : ['listbox', 'option'];
  const list = (places: readonly Place[], from: number, label: string, look: string): Group => ({
    role: listRole,
    label,
    inside: places.map(({ area, shapes }, index) => ({ role, mark: marks[from + index], inside: [{ ...area, look }, ...shapes] })),
  });
  const inside = [...flows.map((path) => ({ look: 'flow', path })), list(steps, 0, terms.name, 'step')];
  if (groups.length) inside.push(list(groups, steps.length, groupsName, 'group'));
  return drawPicture({ ...layout, look: 'funnel', inside });
}
