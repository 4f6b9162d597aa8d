/** How rows of a table become numbers. */
import type { Dataset } from '../table/dataset.js';
import type { View } from './pulse-view.js';

type Count = (row: number) => number;

/** For each row: what it adds, or who it is; NaN: it does not count. */
export type Reading = (view: View, dataset: Dataset) => Count;

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
