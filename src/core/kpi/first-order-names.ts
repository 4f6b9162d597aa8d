/** Channel, country or main product of each customer's first order: found once for all filters, kept for the last of the three. */
import { Dictionary } from '../table/dictionary.js';
import type { CodeColumn, Dataset } from '../table/dataset.js';
import { compareTexts, textAt } from './texts.js';
import { compareOrders, firstOrders, ordersOf } from './order-facts.js';
import { remembered } from './remembered.js';

/** @internal */
export interface FirstOrderNames {
  /** By customer: number of a name; 0 without a first order. */
  readonly of: Int32Array;
  /**
   * Names by number, empty where there is none; different numbers may have the same name.
   * @param start By customer: 0 or more for those whose first orders say how products are called.
   */
  textsOf(start: Int32Array): readonly string[];
}

type Money = Float64Array | null | undefined;
type Texts = CodeColumn | null | undefined;

/** The place of an order, else that of its customer. */
function placeNames(dataset: Dataset, key: 'channel' | 'country'): FirstOrderNames {
  const texts = new Dictionary();
  const column = ordersOf(dataset)[key];
  const home = key === 'country' ? dataset.customers.country : null;
  const [own, others] = [texts.codesOf(column), texts.codesOf(home)];
  const of = firstOrders(dataset).map((row, owner) => {
    const code = row < 0 ? -1 : (column?.codes[row] ?? -1);
    return row < 0 ? 0 : code < 0 ? others[(home?.codes[owner] ?? -1) + 1] : own[code + 1];
  });
  return { of, textsOf: () => texts.values };
}

/** A line of a first order that gives its product a name. */
interface Call {
  readonly owner: number;
  readonly product: number;
  readonly name: string;
}

type VisitLine = (line: number, owner: number, product: number, name: string) => void;

/** Visits the lines of first orders that have a product: its id, else its name. */
function lineVisitor(dataset: Dataset, ids: Dictionary): (visit: VisitLine) => void {
  const { order = [], columns = {} } = dataset.tables.order_lines ?? {};
  const [names, products] = [columns.name, columns.product_id] as Texts[];
  const [byName, byId] = [ids.codesOf(names), ids.codesOf(products)];
  const orders = ordersOf(dataset);
  const { customer } = orders;
  const first = firstOrders(dataset);
  return (visit) => {
    for (let line = 0; line < order.length; line++) {
      const row = order[line];
      const owner = row < 0 ? -1 : customer[row];
      // An order that nothing tells from the first one is as good.
      if (owner < 0 || compareOrders(orders, row, first[owner]) !== 0) continue;
      const [id, name] = [products?.codes[line] ?? -1, names?.codes[line] ?? -1];
      const product = id < 0 ? byName[name + 1] : byId[id + 1];
      if (product > 0) visit(line, owner, product, names?.values[name] ?? '');
    }
  };
}

/** By customer: product of the line with the largest amount; of equal ones the first by id. */
function mainProducts(dataset: Dataset, ids: Dictionary, eachLine: (visit: VisitLine) => void): Int32Array {
  const { quantity, unit_price: price, discount } = (dataset.tables.order_lines?.columns ?? {}) as Record<string, Money>;
  const { length } = dataset.customers;
  const [of, best] = [new Int32Array(length), new Float64Array(length)];
  eachLine((line, owner, product) => {
    const amount = (quantity?.[line] || 0) * (price?.[line] || 0) - (discount?.[line] || 0);
    const isEqual = amount === best[owner] && compareTexts(ids.values[product], ids.values[of[owner]]) < 0;
    if (of[owner] === 0 || amount > best[owner] || isEqual) [of[owner], best[owner]] = [product, amount];
  });
  return of;
}

/**
 * Products go by their name in the table of products, else by the first name in order of text on the lines of those who are asked for, else
 * by their id.
 */
function productNames(dataset: Dataset): FirstOrderNames {
  const { columns = {}, length = 0 } = dataset.tables.products ?? {};
  const ids = new Dictionary();
  const eachLine = lineVisitor(dataset, ids);
  const of = mainProducts(dataset, ids, eachLine);
  const listed = new Map<string, string>();
  for (let row = 0; row < length; row++) {
    const name = textAt(columns.name as Texts, row);
    if (name) listed.set(textAt(columns.id as Texts, row), name);
  }
  const names = ids.values.map((id): string | null | undefined => listed.get(id));
  // Nearly always all lines of a product call it alike; null where they do not.
  eachLine((_, __, product, name) => {
    if (!listed.has(ids.values[product])) names[product] = (names[product] === undefined ? name : names[product]) === name ? name : null;
  });
  const calls: Call[] = [];
  if (names.includes(null)) eachLine((_, owner, product, name) => name && names[product] === null && calls.push({ owner, product, name }));
  return {
    of,
    textsOf(start) {
      const texts = names.map((name) => name ?? '');
      for (const { owner, product, name } of calls)
        if (start[owner] >= 0 && (!texts[product] || compareTexts(name, texts[product]) < 0)) texts[product] = name;
      return texts.map((text, number) => text || ids.values[number]);
    },
  };
}

type Key = 'channel' | 'country' | 'first-product';

const memoryOf = remembered<Dataset, { key?: Key; names?: FirstOrderNames }>(() => ({}));

export function namesOf(dataset: Dataset, key: Key): FirstOrderNames {
  const memory = memoryOf(dataset);
  if (memory.key !== key) Object.assign(memory, { key, names: key === 'first-product' ? productNames(dataset) : placeNames(dataset, key) });
  return memory.names!;
}
