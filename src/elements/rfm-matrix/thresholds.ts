/** Three amounts that cut the segments, as an array or as text in the attribute: `50,150,400`. */
import type { ComplexAttributeConverter } from 'lit';
import type { RfmParams } from '../../core/kpi/rfm-types.js';

export type Thresholds = NonNullable<RfmParams['thresholds']>;

export function isThresholds(value: readonly number[] | null): value is Thresholds {
  if (!Array.isArray(value) || value.length !== 3 || !value.every((amount) => Number.isFinite(amount))) return false;
  return value[0] < value[1] && value[1] < value[2];
}

export const thresholdsConverter: ComplexAttributeConverter<readonly number[] | null> = {
  fromAttribute: (text) => (text === null || text.trim() === '' ? null : text.split(/[\s,;]+/).map(Number)),
  toAttribute: (value) => value?.join(',') ?? null,
};
