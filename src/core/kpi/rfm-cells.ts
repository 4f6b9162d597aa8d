/** The matrix of `rfm`: customers, orders and revenue of each pair of recency and frequency scores. */
import type { RfmClasses } from './rfm-classes.js';
import { frequencyScore, recencyScore } from './rfm-classes.js';
import type { RfmMeasures } from './rfm-partials.js';
import type { RfmCell } from './rfm-types.js';
import { withheldParts } from './suppression.js';

/** Sums of one group; money in minor units. */
interface Sums {
  customers: number;
  orders: number;
  revenue: number;
}

function sumCells(measures: RfmMeasures, classes: RfmClasses): Sums[] {
  const { bins } = classes;
  const cells = Array.from({ length: bins * bins }, () => ({ customers: 0, orders: 0, revenue: 0 }));
  for (let i = 0; i < measures.orderCount.length; i++) {
    const recency = recencyScore(classes, measures.recencyDays[i]);
    const cell = cells[(recency - 1) * bins + frequencyScore(classes, measures.orderCount[i]) - 1];
    cell.customers++;
    cell.orders += measures.orderCount[i];
    cell.revenue += measures.revenue[i];
  }
  return cells;
}

export interface Cells {
  readonly cells: RfmCell[];
  readonly withheld: number;
}

/** All bins x bins cells, by recency then frequency, ascending. `unit`: minor units in one major unit. */
export function rfmCells(measures: RfmMeasures, classes: RfmClasses, unit: number, minGroupSize: number): Cells {
  const sums = sumCells(measures, classes);
  const withheld = withheldParts(
    sums.map((cell) => cell.customers),
    minGroupSize,
  );
  const cells = sums.map(({ customers, orders, revenue }, index) => {
    const scores = { recency: Math.floor(index / classes.bins) + 1, frequency: (index % classes.bins) + 1 };
    return withheld[index]
      ? { ...scores, customers: null, orders: null, revenue: null }
      : { ...scores, customers, orders, revenue: revenue / unit };
  });
  return { cells, withheld: withheld.filter(Boolean).length };
}
