/** Properties that attributes set, and a template drawn once for all that has changed. Looks are shared by all elements of a page. */
import { render } from 'lit/html.js';
import type { TemplateResult } from 'lit/html.js';

/** How attribute and property go together. */
export interface PropertyDeclaration {
  /** Default: the name of the property with hyphens (`asOf`: `as-of`); false: none. */
  readonly attribute?: string | false;
  /** What a property makes of its attribute's text (default: nothing else); `Boolean`: whether there is an attribute. */
  readonly type?: typeof Number | typeof Boolean;
  /** The same by a function. */
  readonly converter?: (text: string) => unknown;
  /** The attribute follows the property. */
  readonly reflect?: boolean;
  /** The class has accessors of its own. */
  readonly noAccessor?: boolean;
}
export type PropertyDeclarations = Readonly<Record<string, PropertyDeclaration>>;

type Values = Record<string, unknown>;

const sheets: Record<string, CSSStyleSheet> = {};

function sheetOf(text: string): CSSStyleSheet {
  if (!sheets[text]) (sheets[text] = new CSSStyleSheet()).replaceSync(text);
  return sheets[text];
}

const attributeOf = (name: string, { attribute = name.replace(/[A-Z]/g, '-$&').toLowerCase() }: PropertyDeclaration): string | false =>
  attribute;

/** Those of a class and of all that it extends. */
function declared(type: typeof TemplateElement): PropertyDeclarations {
  return type.properties ? { ...declared(Object.getPrototypeOf(type) as typeof TemplateElement), ...type.properties } : {};
}

/** A server has no elements, but may load the classes. */
const Base = globalThis.HTMLElement ?? (class {} as typeof HTMLElement);

export abstract class TemplateElement extends Base {
  static properties: PropertyDeclarations = {};
  static styles: readonly string[] = [];

  /** Asked when the class gets its tag: makes the accessors. */
  static get observedAttributes(): string[] {
    return Object.entries(declared(this)).flatMap(([name, declaration]) => {
      const accessors: PropertyDescriptor & ThisType<TemplateElement> = {
        // Whoever wants to know the attributes asks again.
        configurable: true,
        get() {
          return this.#values[name];
        },
        set(value: unknown) {
          if (Object.is(value, this.#values[name])) return;
          this.#values[name] = value;
          this.requestUpdate(name);
        },
      };
      if (!declaration.noAccessor) Object.defineProperty(this.prototype, name, accessors);
      return attributeOf(name, declaration) || [];
    });
  }

  /** @internal Where the template is drawn, from the first connection on. */
  readonly renderRoot!: ShadowRoot;
  protected isUpdatePending!: boolean;
  /** Settled when all that has changed is drawn: true when nothing has changed meanwhile. */
  updateComplete: Promise<boolean>;

  readonly #values: Values = {};
  readonly #declared = declared(this.constructor as typeof TemplateElement);
  /** Whose attributes must follow. */
  readonly #changed = new Set<string>();
  /** Attribute and property are being made alike. */
  #following?: boolean;
  /** Set by the page before the class was there. */
  #early: Values = {};
  #connect!: (connected: boolean) => void;

  constructor() {
    super();
    this.updateComplete = new Promise((resolve) => (this.#connect = resolve));
    const own = this as unknown as Values;
    for (const name of Object.keys(this.#declared).filter((each) => Object.hasOwn(this, each))) {
      this.#early[name] = own[name];
      delete own[name];
    }
    this.requestUpdate();
  }

  protected abstract willUpdate(): void;
  protected abstract render(): TemplateResult;
  protected abstract updated(): void;

  /** Draws anew, soon. @param name of a property that has changed. */
  requestUpdate(name?: string): void {
    if (name && !this.#following) this.#changed.add(name);
    if (!this.isUpdatePending) this.updateComplete = this.#enqueue(this.updateComplete);
  }

  async #enqueue(before: Promise<unknown>): Promise<boolean> {
    this.isUpdatePending = true;
    await before.catch(() => {});
    await this.scheduleUpdate();
    return !this.isUpdatePending;
  }

  protected scheduleUpdate(): void | Promise<void> {
    this.performUpdate();
  }

  protected performUpdate(): void {
    if (!this.isUpdatePending) return;
    try {
      this.willUpdate();
      const template = this.render();
      this.#reflect();
      // What was set until here is drawn now.
      this.isUpdatePending = false;
      render(template, this.renderRoot);
    } catch (error) {
      this.isUpdatePending = false;
      throw error;
    }
    this.updated();
  }

  #reflect(): void {
    this.#following = true;
    for (const name of this.#changed) {
      const declaration = this.#declared[name] ?? {};
      const value = this.#values[name];
      const attribute = declaration.reflect && attributeOf(name, declaration);
      if (!attribute) continue;
      if (value === false || value === null || value === undefined) this.removeAttribute(attribute);
      else this.setAttribute(attribute, value === true ? '' : String(value));
    }
    this.#following = false;
    this.#changed.clear();
  }

  attributeChangedCallback(attribute: string, _: string | null, text: string | null): void {
    if (this.#following) return;
    this.#following = true;
    for (const [name, declaration] of Object.entries(this.#declared)) {
      const { type, converter = type } = declaration;
      if (attributeOf(name, declaration) === attribute)
        (this as unknown as Values)[name] = type === Boolean ? text !== null : converter && text !== null ? converter(text) : text;
    }
    this.#following = false;
  }

  connectedCallback(): void {
    if (!this.renderRoot) {
      const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
      root.adoptedStyleSheets = (this.constructor as typeof TemplateElement).styles.map(sheetOf);
      Object.assign(this, { renderRoot: root }, this.#early);
    }
    this.#connect(true);
  }
}
