import type { CodeColumn } from '../table/dataset.js';
import type { Compactor } from './compact.js';
import type { Steps } from './progress.js';
import type { TableRead } from './read-context.js';
import { readTextsIf } from './read-texts.js';

/** What orders, visits and events are broken down by. */
export interface Traits {
  readonly channel: CodeColumn | null;
  readonly country: CodeColumn | null;
  readonly device: CodeColumn | null;
}

export function* readTraits(read: TableRead): Steps<Traits> {
  return {
    channel: yield* readTextsIf(read, 'channel'),
    country: yield* readTextsIf(read, 'country'),
    device: yield* readTextsIf(read, 'device'),
  };
}

export function* keepTraits(kept: Compactor, { channel, country, device }: Traits): Steps<Traits> {
  return { channel: yield* kept.codes(channel), country: yield* kept.codes(country), device: yield* kept.codes(device) };
}
