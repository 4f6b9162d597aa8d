import type { VisitTable } from '../table/dataset.js';
import { Dictionary } from '../table/dictionary.js';
import { Compactor, goodRows } from './compact.js';
import { dropReplaced } from './drop-replaced.js';
import { readIdentity } from './identity-columns.js';
import type { IdentityColumns, RowIdentity } from './identity-columns.js';
import { readOwnDates } from './own-dates.js';
import type { Steps } from './progress.js';
import type { TableRead } from './read-context.js';
import type { DateColumn } from './read-dates.js';
import { readFlags } from './read-flags.js';
import { readNumbers } from './read-numbers.js';
import type { ReadSettings } from './read-settings.js';
import { identityOf, readTexts } from './read-texts.js';
import type { TextColumn } from './read-texts.js';

export interface VisitColumns {
  readonly read: TableRead;
  readonly dates: DateColumn;
  readonly id: TextColumn | null;
  readonly identity: IdentityColumns;
  readonly channel: TextColumn | null;
  readonly country: TextColumn | null;
  readonly device: TextColumn | null;
  readonly pages: Float64Array | null;
  readonly engaged: Uint8Array | null;
}

/** Refuses rows whose required date is missing. */
export function* dropUndated(read: TableRead, column: string, dates: DateColumn): Steps<void> {
  const header = read.matches.get(column)?.header ?? null;
  yield* read.walker.walk(dates.second.length, (row) => {
    if (Number.isNaN(dates.second[row])) read.ledger.drop(row, 'missing-date', header, undefined);
  });
}

/** A session number may be unique within its visitor only (GA4), so that visitor and id together name a visit. */
function* dropRepeated(read: TableRead, id: TextColumn, visitor: TextColumn | null): Steps<void> {
  const pairs = new Dictionary();
  const key = new Int32Array(id.codes.length).fill(-1);
  yield* read.walker.walk(key.length, (row) => {
    if (id.codes[row] >= 0) key[row] = visitor === null ? id.codes[row] : pairs.codeOf(`${id.codes[row]} ${visitor.codes[row]}`);
  });
  yield* dropReplaced(read, Math.max(id.values.length, pairs.values.length), (row) => key[row], id.header);
}

export function* readVisitColumns(read: TableRead, settings: ReadSettings): Steps<VisitColumns> {
  const dates = yield* readOwnDates(read, 'started_at', settings);
  yield* dropUndated(read, 'started_at', dates);
  const id = yield* readTexts(read, 'id', identityOf);
  const identity = yield* readIdentity(read);
  if (id !== null) yield* dropRepeated(read, id, identity.visitor);
  return {
    read,
    dates,
    id,
    identity,
    channel: yield* readTexts(read, 'channel'),
    country: yield* readTexts(read, 'country'),
    device: yield* readTexts(read, 'device'),
    pages: yield* readNumbers(read, 'pages'),
    engaged: yield* readFlags(read, 'engaged'),
  };
}

export function* finishVisits(columns: VisitColumns, people: RowIdentity): Steps<VisitTable> {
  const { read, dates, id, channel, country, device, pages, engaged } = columns;
  const kept = new Compactor(goodRows(read.ledger.fate), read.walker);
  return {
    length: kept.length,
    id: yield* kept.texts(id),
    visitor: yield* kept.numbers((row) => people.visitor(row)),
    customer: yield* kept.numbers((row) => people.person(row)),
    ...(yield* kept.dates(dates)),
    channel: yield* kept.codesOrNull(channel),
    country: yield* kept.codesOrNull(country),
    device: yield* kept.codesOrNull(device),
    pages: pages && (yield* kept.pick(pages)),
    engaged: engaged && (yield* kept.pick(engaged)),
  };
}
