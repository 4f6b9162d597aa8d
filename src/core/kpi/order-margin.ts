/** What the lines of orders tell: their margin, and the product that a customer came for. */
import type { CodeColumn, Dataset } from '../table/dataset.js';
import { compareTexts } from './customer-code.js';
import { remembered } from './order-rows.js';

type Money = Float64Array | null | undefined;
type Texts = CodeColumn | null | undefined;

/** Unit cost of each product, by the code that lines have for it; NaN where unknown. */
function productCosts({ tables }: Dataset, products: Texts): Float64Array {
  const { id, unit_cost } = tables.products?.columns ?? {};
  const known = new Map<string, number>();
  if (unit_cost)
    (id as CodeColumn).codes.forEach((code, row) => known.set((id as CodeColumn).values[code], (unit_cost as Float64Array)[row]));
  return Float64Array.from(products?.values ?? [], (product) => known.get(product) ?? NaN);
}

/**
 * Margin of each order (V11): its net less unit cost x pieces that stayed sold, in minor units. The cost of a line, else of its product.
 * NaN for an order without lines, or with a line without cost. null where no cost is known at all.
 */
export const orderMargins = remembered((dataset: Dataset): Float64Array | null => {
  const { order, columns = {} } = dataset.tables.order_lines ?? {};
  const products = columns.product_id as Texts;
  const [own, quantity, returned] = [columns.unit_cost, columns.quantity, columns.returned_qty] as Money[];
  const costs = productCosts(dataset, products);
  if (!order || !dataset.orders || (!own && costs.every(Number.isNaN))) return null;
  const margins = new Float64Array(dataset.orders.length).fill(NaN);
  const { net } = dataset.orders;
  for (let line = 0; line < order.length; line++) {
    const row = order[line];
    if (row < 0) continue;
    const given = own ? own[line] : NaN;
    const cost = Number.isNaN(given) && products ? costs[products.codes[line]] : given;
    const pieces = (quantity?.[line] ?? NaN) - (returned?.[line] || 0);
    // Infinity: costs of an earlier line are not known.
    if (Number.isNaN(margins[row])) margins[row] = net[row];
    margins[row] -= Number.isFinite(cost * pieces) ? Math.round(cost * pieces) : Infinity;
  }
  return margins.map((margin) => (Number.isFinite(margin) ? margin : NaN));
});

/** Text of a row; none where nothing stands. */
const textIn = (column: Texts, row: number): string | undefined => column?.values[column.codes[row]];

/**
 * Main product of some orders, that of the line with the largest amount, by row of the order; of equal ones the first by id. Products go
 * by their name in the table of products, else by the first name on these lines in order of text, else by their id.
 * @param isAsked whether an order is one of them.
 */
export function mainProducts({ tables }: Dataset, isAsked: (row: number) => boolean): Map<number, string> {
  const { order = [], columns = {} } = tables.order_lines ?? {};
  const [quantity, price, discount] = [columns.quantity, columns.unit_price, columns.discount] as Money[];
  const { columns: products = {}, length = 0 } = tables.products ?? {};
  const best = new Map<number, readonly [amount: number, id: string]>();
  const names = new Map<string, string>();
  for (let line = 0; line < order.length; line++) {
    const row = order[line];
    if (row < 0 || !isAsked(row)) continue;
    const name = textIn(columns.name as Texts, line);
    const id = textIn(columns.product_id as Texts, line) ?? name;
    if (!id) continue;
    const amount = (quantity?.[line] ?? 0) * (price?.[line] ?? 0) - (discount?.[line] || 0);
    const known = best.get(row);
    if (!known || amount > known[0] || (amount === known[0] && compareTexts(id, known[1]) < 0)) best.set(row, [amount, id]);
    if (name && compareTexts(name, names.get(id) ?? '\uffff') < 0) names.set(id, name);
  }
  for (let row = 0; row < length; row++) {
    const name = textIn(products.name as Texts, row);
    if (name) names.set(textIn(products.id as Texts, row)!, name);
  }
  return new Map([...best].map(([row, [, id]]) => [row, names.get(id) ?? id]));
}
