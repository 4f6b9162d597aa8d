/** For scripts, which may ask for any KPI: elements bring their own. */
import '../worker/packs/all.js';
import { openSource as open } from './registry.js';
import type { KpiSource, SourceInput, SourceOptions } from './source.js';

/**
 * Opens a data set, or joins one that is open: the same address, the same object or the same text, read with equal options, is loaded and
 * parsed once on a page. The data is never changed, and must not be by the page while it loads; another object is another data set.
 * Every opened source must be released. All KPIs come with it.
 */
export function openSource(input: SourceInput, options?: SourceOptions): KpiSource {
  return open(input, options);
}
