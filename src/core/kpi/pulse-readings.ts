/** How rows of a table become numbers. */
import { addMonths } from '../calendar/civil-day.js';
import type { CivilDay, Dataset } from '../table/dataset.js';
import { firstOrderDay, firstOrders, lastOrderDay, ordersOf } from './order-facts.js';
import type { View } from './pulse-view.js';

type Count = (row: number) => number;

/** For each row: what it adds, or who it is; NaN: it does not count. @param asOf Nothing after that day is known. */
export type Reading = (view: View, dataset: Dataset, asOf: CivilDay) => Count;

export const numbers = (view: View, name: string): Float64Array => (view[name] ?? new Float64Array(view.length).fill(NaN)) as Float64Array;
export const flags = (view: View, name: string): Uint8Array => (view[name] ?? new Uint8Array(view.length)) as Uint8Array;

/** Each row counts 1. */
export const each: Reading = () => () => 1;
/** Value of a column, nothing where there is none. */
export const column =
  (name: string, factor = 1): Reading =>
  (view) => {
    const values = numbers(view, name);
    return (row) => Math.round((values[row] || 0) * factor);
  };
/** Value of a column as it is, NaN where a row has none. */
export const value =
  (name: string): Reading =>
  (view) => {
    const values = numbers(view, name);
    return (row) => values[row];
  };
/** 1 where a column has a value. */
export const known =
  (name: string): Reading =>
  (view) => {
    const values = numbers(view, name);
    return (row) => +(values[row] === values[row]);
  };
/** 1 where a flag is set. */
export const flag =
  (name: string): Reading =>
  (view) => {
    const values = flags(view, name);
    return (row) => +(values[row] === 1);
  };
/** 1 where a flag is set or not, and not unknown. */
export const flagKnown =
  (name: string): Reading =>
  (view) => {
    const values = flags(view, name);
    return (row) => +(values[row] < 2);
  };
/** Value of a column, of rows of known customers. */
export const identified =
  (name: string): Reading =>
  (view) => {
    const values = numbers(view, name);
    return (row) => (view.customer[row] < 0 ? 0 : values[row]);
  };
/** Pages of a visit. */
export const pages =
  (add: (pages: number) => number): Reading =>
  (view) => {
    const values = numbers(view, 'pages');
    return (row) => (values[row] === values[row] ? add(values[row]) : 0);
  };
/** Sum of some columns. */
export const together =
  (...names: string[]): Reading =>
  (view) => {
    const all = names.map((name) => numbers(view, name));
    return (row) => all.reduce((sum, values) => sum + (values[row] || 0), 0);
  };
/** Whom a network told of, else who follows there (E11); NaN for neither. */
export const audience: Reading = (view) => {
  const [reach, followers] = [numbers(view, 'reach'), numbers(view, 'followers')];
  return (row) => (reach[row] === reach[row] ? reach[row] : followers[row]);
};

/** Months for which a customer is new (V14). */
const NEW_MONTHS = 6;

/** Who ordered less than six months after the first order of all; -1 for everybody else. An order of the same day six months later is no newcomer's. */
export const newcomer: Reading = ({ customer, day }, dataset) => {
  const [begin, firsts] = [firstOrderDay(dataset), firstOrders(dataset)];
  const length = Math.max(lastOrderDay(dataset) - begin + 1, 0);
  const newAfter = Int32Array.from({ length }, (_, at) => addMonths(begin + at, -NEW_MONTHS));
  return (row) => {
    const owner = customer[row];
    return owner >= 0 && day[firsts[owner]] > newAfter[day[row] - begin] ? owner : -1;
  };
};
/** What newcomers ordered. */
export const ofNewcomers: Reading = (view, dataset, asOf) => {
  const who = newcomer(view, dataset, asOf);
  const { net } = ordersOf(dataset);
  return (row) => (who(row) < 0 ? 0 : net[row]);
};
/** 1 for a customer who has ordered by the as-of day. */
export const buyer: Reading = (_, dataset, asOf) => {
  const firsts = firstOrders(dataset);
  const { day } = ordersOf(dataset);
  return (row) => +(firsts[row] >= 0 && day[firsts[row]] <= asOf);
};
