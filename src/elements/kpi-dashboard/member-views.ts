/** How single widgets are looked at: what a person has chosen, and what the page had set before. */
import { viewsOf } from '../../base/view-choice.js';
import type { KpiViewEvent, View } from '../../base/view-choice.js';
import { withView, type Views } from './dashboard-state.js';

type Values = Record<string, unknown>;

/** @internal */
export class MemberViews {
  readonly #keys = new Map<object, string>();
  /** What the page had set, of properties that a person has changed. */
  readonly #before = new WeakMap<object, Values>();

  /** A widget's key is its id, else its tag; with a number from the second one on. It keeps it as long as it is there. */
  add(widget: Element, views: Views): void {
    const taken = [...this.#keys.values()];
    const first = widget.id || widget.localName;
    let key = this.#keys.get(widget) ?? first;
    if (!this.#keys.has(widget)) for (let n = 2; taken.includes(key); n++) key = `${first}-${n}`;
    this.#keys.set(widget, key);
    this.#show(widget, views[key]);
  }

  remove(widget: Element): void {
    this.#keys.delete(widget);
  }

  /** The views after a person has chosen one; null where the widget is not among them. What is as the page had it is not said. */
  changed(views: Views, { target, before: shown, after }: KpiViewEvent): Views | null {
    const key = this.#keys.get(target!);
    if (key === undefined) return null;
    const before = { ...shown, ...this.#before.get(target!) };
    this.#before.set(target!, before);
    const view = Object.entries({ ...views[key], ...after }).filter(([name, value]) => value !== (before[name] ?? ''));
    return withView(views, key, Object.fromEntries(view));
  }

  /** Shows each widget as its view says, and otherwise as the page had it. */
  show(views: Views): void {
    for (const [widget, key] of this.#keys) this.#show(widget, views[key]);
  }

  #show(widget: object, view: View = {}): void {
    const values = widget as Values;
    const before = this.#before.get(widget) ?? {};
    for (const name of viewsOf(widget)) {
      if (Object.hasOwn(view, name)) {
        if (!Object.hasOwn(before, name)) before[name] = values[name];
        values[name] = view[name];
      } else if (Object.hasOwn(before, name)) {
        values[name] = before[name];
        delete before[name];
      }
    }
    this.#before.set(widget, before);
  }
}
