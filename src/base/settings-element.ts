/** What a page can set on every widget (names, kinds, defaults), and what every widget gives. */
import type { DatasetInput, Mapping } from '../core/ingest/input.js';
import type { Filter } from '../core/kpi/contract.js';
import type { KpiSource, SourceOptions } from '../source/source.js';
import { TemplateElement } from './template-element.js';
import type { PropertyDeclarations } from './template-element.js';
import type { Speech } from './widget.js';

export abstract class SettingsElement extends TemplateElement {
  static override properties: PropertyDeclarations = {
    data: { attribute: false },
    src: {},
    refreshEvery: { type: Number },
    source: { attribute: false },
    asOf: {},
    timeZone: {},
    currency: {},
    locale: {},
    workerUrl: {},
    minGroupSize: { type: Number },
    mapping: { attribute: false },
    filter: { attribute: false },
    limits: { attribute: false },
    heading: {},
    window: {},
    viewName: { attribute: 'view' },
    compact: { type: Boolean },
    static: { type: Boolean },
    // A change draws anew.
    ownLang: { attribute: 'lang' },
    ownDir: { attribute: 'dir' },
  };

  /** Rows, columns, a data set object, or JSON text of these. Never changed. Wins over every other way to give data. */
  data?: DatasetInput | null;

  /** URL of the same as JSON, relative to the document: the only thing that a widget fetches. */
  src?: string | null;

  /** Seconds after which `src` is asked whether it has changed, at least 1; only while the page is visible. Default: never. */
  refreshEvery?: number | null;

  /** Where figures come from when the page has a way of its own; it is not released by the widget. */
  source?: KpiSource | null;

  /** ISO date at which the figures are taken. Default: the last day in the data. */
  asOf?: string | null;

  /** IANA time zone in which days are counted. Default: that of the data, else UTC. */
  timeZone?: string | null;

  /** ISO 4217 code, to choose one among several currencies in the data. */
  currency?: string | null;

  /** BCP 47 tag of numbers and dates. Default: the nearest `lang` attribute, as far as there are words in it. */
  locale?: string | null;

  /** Same-origin copy of the worker script, for pages that forbid blob workers; `none`: the page itself calculates. */
  workerUrl?: SourceOptions['workerUrl'] | null;

  /** Groups of fewer customers are withheld. Integer from 1. */
  minGroupSize = 1;

  /** Our column name -> header in the data, for headers that are not recognised. */
  mapping?: Mapping | null;

  /** Narrows the rows that count. */
  filter?: Filter | null;

  /**
   * How long a request may take, loading included (default: no limit), how many rows a table may have (20 million), and whether data
   * that end too soon are used as far as they go (they are an error).
   */
  limits?: Pick<SourceOptions, 'timeoutMs' | 'maxRows' | 'maxMemory' | 'allowPartial'> | null;

  /** Replaces the widget's own heading. */
  heading?: string | null;

  /** Period that the figures look back on: `auto`, `all`, calendar months (`3M`) or days (`90D`). */
  window: string = 'auto';

  /** Which of its views a widget shows; the widget says what it knows. */
  viewName?: string | null;

  /** Less space between things. */
  compact = false;

  /** No interaction and no animation: for print and reports. */
  static = false;

  /** Language of the words, `en` or `fr`. Default: that of the place. */
  protected ownLang?: string;

  /** Direction, `ltr` or `rtl`. Default: that of the place. */
  protected ownDir?: string;

  /** What to calculate; read again on every change of a property. */
  protected abstract request(): { kpi: string; params: object };
  /** Name of the widget when the page gives no `heading`. */
  protected abstract defaultHeading(speech: Speech): string;
}
