/** What the lines of orders tell of their margin. */
import type { CodeColumn, Dataset } from '../table/dataset.js';
import { remembered } from './remembered.js';

/** Margins stand for all orders where the costs of so much of their revenue are known. */
export const COVERED = 0.95;

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
