/** The room's door: ways to open a source, and its interface. */
export { openSource } from './registry.js';
export { remoteSource } from './remote-source.js';
export type { RemoteOptions } from './remote-source.js';
export { resultSource } from './result-source.js';
export type { KpiSource, SourceInput, SourceNotice, SourceOptions } from './source.js';
