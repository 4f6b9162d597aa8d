import type { EventTable, VisitTable } from '../table/dataset.js';
import { dropUndated } from './build-visits.js';
import { Compactor, goodRows } from './compact.js';
import { dropReplaced } from './drop-replaced.js';
import { readIdentity } from './identity-columns.js';
import type { IdentityColumns, RowIdentity } from './identity-columns.js';
import { readOwnDates } from './own-dates.js';
import { CodeCache } from './people.js';
import type { Steps } from './progress.js';
import type { TableRead } from './read-context.js';
import type { DateColumn } from './read-dates.js';
import { readNumbers } from './read-numbers.js';
import type { ReadSettings } from './read-settings.js';
import { identityOf, noTexts, readTexts } from './read-texts.js';
import type { TextColumn } from './read-texts.js';

export interface EventColumns {
  readonly read: TableRead;
  readonly dates: DateColumn;
  readonly type: TextColumn;
  readonly visit: TextColumn | null;
  readonly identity: IdentityColumns;
  readonly target: TextColumn | null;
  readonly value: Float64Array | null;
  readonly channel: TextColumn | null;
  readonly country: TextColumn | null;
  readonly device: TextColumn | null;
}

function* readTypes(read: TableRead): Steps<TextColumn> {
  const type = (yield* readTexts(read, 'type')) ?? noTexts(read.source.length);
  const header = read.matches.get('type')?.header ?? null;
  yield* read.walker.walk(read.source.length, (row) => {
    if (type.codes[row] < 0) read.ledger.drop(row, 'missing-type', header, undefined);
  });
  return type;
}

export function* readEventColumns(read: TableRead, settings: ReadSettings): Steps<EventColumns> {
  const dates = yield* readOwnDates(read, 'at', settings);
  yield* dropUndated(read, 'at', dates);
  const type = yield* readTypes(read);
  const id = yield* readTexts(read, 'id', identityOf);
  if (id !== null) yield* dropReplaced(read, id.values.length, (row) => id.codes[row], id.header);
  return {
    read,
    dates,
    type,
    visit: yield* readTexts(read, 'visit_id', identityOf),
    identity: yield* readIdentity(read),
    target: yield* readTexts(read, 'target'),
    value: yield* readNumbers(read, 'value'),
    channel: yield* readTexts(read, 'channel'),
    country: yield* readTexts(read, 'country'),
    device: yield* readTexts(read, 'device'),
  };
}

/** Visit row of an event's visit id; ids that two visits share (see visits) lead nowhere. */
function visitFinder(visit: TextColumn | null, visits: VisitTable | null): (row: number) => number {
  if (visit === null || visits === null) return () => -1;
  const rowOf = new Map<string, number>();
  visits.id.forEach((id, row) => {
    if (id !== '') rowOf.set(id, rowOf.has(id) ? -1 : row);
  });
  const cache = new CodeCache(visit, (id) => rowOf.get(id) ?? -1);
  return (row) => cache.at(row);
}

export function* finishEvents(columns: EventColumns, people: RowIdentity, visits: VisitTable | null): Steps<EventTable> {
  const { read, dates, type, visit, target, value, channel, country, device } = columns;
  const kept = new Compactor(goodRows(read.ledger.fate), read.walker);
  const visitOf = visitFinder(visit, visits);
  /** What the row says, else what its visit says. */
  const orVisit = (own: number, row: number, ofVisit: Int32Array | undefined): number => {
    const at = own < 0 ? visitOf(row) : -1;
    return at < 0 ? own : (ofVisit?.[at] ?? own);
  };
  return {
    length: kept.length,
    visitor: yield* kept.numbers((row) => orVisit(people.visitor(row), row, visits?.visitor)),
    customer: yield* kept.numbers((row) => orVisit(people.person(row), row, visits?.customer)),
    ...(yield* kept.dates(dates)),
    type: yield* kept.codes(type),
    target: yield* kept.codesOrNull(target),
    value: value && (yield* kept.pick(value)),
    channel: yield* kept.codesOrNull(channel),
    country: yield* kept.codesOrNull(country),
    device: yield* kept.codesOrNull(device),
  };
}
