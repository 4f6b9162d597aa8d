/** The room's door: ways to open a source, and its interface. */
export { remoteSource } from './remote-source.js';
export type { RemoteOptions } from './remote-source.js';
export { resultSource } from './result-source.js';
export { openSource } from './rows-source.js';
export type { KpiSource, SourceInput, SourceOptions } from './source.js';
