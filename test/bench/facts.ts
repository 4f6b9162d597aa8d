/** What every way of doing the job must agree on: integers only. */
export interface Facts {
  /** By month: orders and cents. */
  readonly months: readonly (readonly number[])[];
  /** By cohort: the sum of active customers x (months since the first one + 1). */
  readonly cohorts: readonly number[];
  /** Length of the window in months, customers with an order in it, their cents. */
  readonly window: readonly number[];
  /** Limits of the classes: days since the last order, orders, cents. */
  readonly cuts: readonly (readonly number[])[];
  /** Customers, those silent for the window and more, those active in the window before, those of them lost. */
  readonly churn: readonly number[];
}
