/** The first way to give data that is set. */
import type { DatasetInput } from '../core/ingest/input.js';
import type { KpiResult } from '../core/kpi/contract.js';
import type { KpiSource, SourceInput, SourceOptions } from '../source/source.js';
import type { ChildData } from './children.js';
import type { Feed } from './computation.js';
import { absoluteUrl } from './settings.js';

/** Everything that a page can set. */
export interface Given {
  data: DatasetInput | null;
  src: string | null;
  children: ChildData | null;
  source: KpiSource | null;
  result: KpiResult | null;
  /** No more children will come by themselves. */
  parsed: boolean;
}

/** @param open opens a data set that is then ours to release. */
export function chooseFeed(
  given: Given,
  options: SourceOptions,
  open: (input: SourceInput, options: SourceOptions) => KpiSource,
): Feed | null {
  const key = JSON.stringify(options);
  const feed = (input: SourceInput, identity: unknown): Feed => ({
    kind: 'open',
    identity: [identity, key],
    open: () => open(input, options),
  });
  const { data, src, children, source, result, parsed } = given;
  if (data !== null && data !== undefined) return feed({ kind: 'data', data }, data);
  if (src) return feed({ kind: 'url', url: absoluteUrl(src) ?? src }, `src:${src}`);
  if (children) return feed({ kind: 'data', data: children.data }, `children:${children.key}`);
  if (source) return { kind: 'source', identity: [source], source };
  if (result) return { kind: 'result', identity: [result], result };
  return parsed ? null : { kind: 'wait', identity: [] };
}
