/** The room's door: ways to open a source, and its interface. */
export { openSource } from './open-source.js';
export { remoteSource } from './remote-source.js';
export type { RemoteOptions } from './remote-source.js';
export { resultSource } from './result-source.js';
export type { KpiSource, SourceInput, SourceNotice, SourceOptions } from './source.js';
