/** What a person chooses about a widget itself: which tile is open, by what it is split. Its dashboard keeps it, in its state and the address. */

/** Texts by property, of those that the class of the widget names in `views`. */
export type View = Readonly<Record<string, string>>;

type Values = Readonly<Record<string, unknown>>;

/** Class of a widget that a person can look at in several ways. */
interface Viewed {
  /** Properties that say how, all of them texts, or null where the page has said nothing. A link can set them and no others. */
  readonly views?: readonly string[];
}

/** Nobody but its dashboard hears it. Two versions of the library on a page share it: the name is for good. */
export class KpiViewEvent extends Event {
  /**
   * @param before What the widget showed.
   * @param after What it shows.
   * @param isStep Whether it can be undone by itself; else it belongs to something else that the person does in the same moment.
   */
  constructor(
    readonly before: Values,
    readonly after: View,
    readonly isStep: boolean,
  ) {
    super('kpi-view-1');
  }
}

/** Properties of a widget that a person can choose. */
export const viewsOf = (widget: object): readonly string[] => (widget.constructor as Viewed).views ?? [];

/** Shows another view because a person has chosen it. Properties that are no texts are set, and not kept. */
export function chooseView(widget: HTMLElement, view: object, isStep = true): void {
  const names = viewsOf(widget).filter((name) => typeof (view as Values)[name] === 'string');
  const said = (from: object): Values => Object.fromEntries(names.map((name) => [name, (from as Values)[name]]));
  const before = said(widget);
  Object.assign(widget, view);
  if (names.length) widget.dispatchEvent(new KpiViewEvent(before, said(view) as View, isStep));
}
