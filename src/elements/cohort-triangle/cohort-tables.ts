/** The same numbers as tables: exact values for CSV, and what a person reads. */
import type { TableCell, TableModel } from '../../base/widget.js';
import { cell, tableOf } from '../../chart/data-table.js';
import type { Acquisition } from '../../core/kpi/retention-types.js';
import { isShare, valueOf, type CohortContext, type CohortRow } from './cohort-context.js';

type Interval = readonly [number, number] | null | undefined;

/** Numbers as cells. */
function writers({ format, metric, write, money }: CohortContext) {
  const count = (n: number | null): TableCell => cell(format.count(n), n);
  const rate = (share: number | null): TableCell => cell(format.rate(share), share);
  return {
    ...{ count, rate },
    amount: (exact: number | null): TableCell => cell(money(exact), exact),
    value: (exact: number | null): TableCell => cell(write(exact), exact),
    /** Two cells for a share, none for money. */
    interval: (bounds: Interval): TableCell[] => (isShare(metric) ? [rate(bounds?.[0] ?? null), rate(bounds?.[1] ?? null)] : []),
    name: ({ name, cohort }: CohortRow): TableCell => cell(name, cohort ?? name),
  };
}

/** Cohorts by ages: the triangle as it is seen, with the average under it. */
function triangleTable(context: CohortContext): TableModel {
  const { terms, format, cohorts, line, base, metric } = context;
  const { count, value, name } = writers(context);
  const ages = line.map((_, age) => age);
  const blank = cell('', null);
  const [caption, head] = terms.tables.cohorts;
  const row = (cohort: CohortRow) =>
    ages.map((age) => {
      const each = cohort.cells[age];
      return each ? value(valueOf(each)) : blank;
    });
  return tableOf(
    [base.labelled(caption, terms.metric[metric]), head, terms.size, ...ages.map(format.count)],
    [
      ...cohorts.map((cohort) => [name(cohort), count(cohort.size), ...row(cohort)]),
      [cell(terms.average), blank, ...ages.map((age) => value(line[age]))],
    ],
  );
}

/** Every cell by itself, with what it stands on. */
function cellTable(context: CohortContext): TableModel {
  const { terms, cohorts, metric } = context;
  const { count, value, interval, amount, name } = writers(context);
  const rows = cohorts.flatMap((cohort) =>
    cohort.cells.flatMap((each, age) => {
      if (!each) return [];
      const { base, customers, orders, revenue, valueInterval = each.interval } = each;
      const told = [name(cohort), count(age), count(base), value(valueOf(each)), ...interval(valueInterval)];
      return [[...told, count(customers), count(orders), amount(revenue)]];
    }),
  );
  const heads = [...terms.tables.cells];
  if (!isShare(metric)) heads.splice(5, 2);
  return tableOf(heads, rows);
}

function costTable(context: CohortContext, all: Acquisition): TableModel {
  const { terms, cohorts } = context;
  const { count, amount, name } = writers(context);
  const row = ({ cost, customers, cac, payback, observed }: Acquisition) => {
    return [amount(cost), count(customers), amount(cac), count(payback), count(observed)];
  };
  const known = cohorts.flatMap((cohort) => (cohort.acquisition ? [[name(cohort), ...row(cohort.acquisition)]] : []));
  return tableOf(terms.tables.acquisition, [...known, [cell(terms.average), ...row(all)]]);
}

export function cohortTables(context: CohortContext): TableModel[] {
  const { terms, cohorts, triangle } = context;
  const { count, rate } = writers(context);
  const groups = (triangle.newcomers?.potential?.groups ?? []).map(({ orders, spend, customers, probability }) => {
    return [cell(terms.chanceOf(orders)), cell(terms.spend(spend)), count(customers), rate(probability)];
  });
  return [
    triangleTable(context),
    ...(cohorts.length ? [cellTable(context)] : []),
    ...(triangle.acquisition ? [costTable(context, triangle.acquisition)] : []),
    ...(groups.length ? [tableOf(terms.tables.newcomers, groups)] : []),
  ];
}
