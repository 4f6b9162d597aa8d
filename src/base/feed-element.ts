/** Where a widget's figures come from, and what it asks: everything that its settings, its children and its dashboard say. */
import type { Filter, KpiRequest, KpiResult } from '../core/kpi/contract.js';
import { checkResult } from '../source/check-result.js';
import { openSource } from '../source/registry.js';
import type { KpiSource, SourceInput, SourceOptions } from '../source/source.js';
import { readChildren } from './children.js';
import type { Feed } from './computation.js';
import { MemberElement } from './member-element.js';
import { absoluteUrl, Faults, given, isCurrency, isIsoDate, isTimeZone } from './settings.js';
import { awaitsShell, byId } from './shell.js';

export abstract class FeedElement<V> extends MemberElement {
  protected readonly faults = new Faults();
  /** The ready-made result that the page gave. */
  protected given?: KpiResult<V> | null;
  /** Undefined: to be read. */
  #children: string | null | undefined;

  /** Opens a data set; replaced where figures come from elsewhere. */
  protected openSource(input: SourceInput, options: SourceOptions): KpiSource {
    return openSource(input, options);
  }

  /** One of a few words: `value` if it is among `allowed`, else the first of them, and a notice about the attribute. */
  protected choose<T extends string | null>(attribute: string, value: string | null, allowed: readonly T[]): T {
    return this.faults.check(attribute, value as T, allowed.includes(value as T), allowed[0]);
  }

  /** A setting, where it is valid. */
  protected textOf(attribute: string, value: string | null | undefined, valid: (text: string) => boolean): string | null | undefined {
    return value && this.faults.check<string | null>(attribute, value, valid(value), null);
  }

  protected forgetChildren(): void {
    this.#children = undefined;
  }

  /** What the element's own children hold as JSON text, or null. */
  protected childData(): string | null {
    return readChildren(this);
  }

  /** The first way to give data that is set. */
  protected feed(): Feed | null {
    const { data, src, source, shell, timeZone, currency, mapping, workerUrl } = this;
    const options = given<SourceOptions>({
      timeZone: this.textOf('time-zone', timeZone, isTimeZone),
      currency: this.textOf('currency', currency, isCurrency)?.toUpperCase(),
      mapping,
      workerUrl: typeof workerUrl === 'string' && workerUrl !== 'none' ? absoluteUrl(workerUrl) : workerUrl,
      ...this.limits,
    });
    const open = (input: SourceInput, key: unknown): Feed => ({
      key,
      options: JSON.stringify(options),
      open: () => this.openSource(input, options),
    });
    if (data !== null && data !== undefined) return open({ kind: 'data', data }, data);
    if (src) return open({ kind: 'url', url: absoluteUrl(src) }, `src ${src}`);
    // More children may come by themselves while the page is being read.
    const parsed = document.readyState !== 'loading';
    if (this.#children === undefined && parsed) this.#children = this.childData();
    const children = this.#children ?? null;
    if (children !== null) return open({ kind: 'data', data: children }, children);
    if (shell && shell.feed !== null) return shell.feed ?? { key: 0 };
    if (source) return { key: source, source };
    if (this.given) return { key: this.given, result: checkResult(this.given, this.request().kpi) };
    return parsed && !awaitsShell(this) ? null : { key: 0 };
  }

  /**
   * What the widget asks, with all that is set from outside.
   * @param shared In place of the filter that is shared.
   */
  protected wholeRequest(shared?: Filter): KpiRequest {
    const { asOf, minGroupSize: size, shared: settings, htmlFor } = this;
    const isNamed = !htmlFor || document.readyState === 'loading' || !!byId(this, htmlFor)?.closest('kpi-dashboard');
    this.faults.check('for', htmlFor, isNamed, 'the dashboard around it');
    const own = this.faults.check('min-group-size', size, Number.isInteger(size) && size >= 1 && size <= 1e6, 1);
    const least = Math.max(own, settings.minGroupSize ?? 1);
    return {
      ...this.request(),
      ...given<Omit<KpiRequest, 'kpi'>>({
        filter: this.narrowed(shared),
        asOf: this.textOf('as-of', asOf, isIsoDate) ?? settings.asOf ?? null,
        minGroupSize: least > 1 ? least : null,
      }),
    };
  }
}
