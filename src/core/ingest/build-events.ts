import type { EventTable, VisitTable } from '../table/dataset.js';
import { Compactor } from './compact.js';
import { dropReplaced } from './drop-replaced.js';
import { readIdentity } from './identity-columns.js';
import type { IdentityColumns, RowIdentity } from './identity-columns.js';
import { readNeededDates } from './own-dates.js';
import { CodeCache } from './people.js';
import type { Steps } from './progress.js';
import type { TableRead } from './read-context.js';
import type { DateColumn } from './read-dates.js';
import { readNumbers } from './read-numbers.js';
import type { ReadSettings } from './read-settings.js';
import { identityOf, readTexts, readTextsIf } from './read-texts.js';
import type { TextColumn } from './read-texts.js';
import { keepTraits, readTraits } from './traits.js';
import type { Traits } from './traits.js';

export interface EventColumns {
  readonly read: TableRead;
  readonly dates: DateColumn;
  readonly type: TextColumn;
  readonly visit: TextColumn;
  readonly identity: IdentityColumns;
  readonly target: TextColumn | null;
  readonly value: Float64Array | null;
  readonly traits: Traits;
}

export function* readEventColumns(read: TableRead, settings: ReadSettings): Steps<EventColumns> {
  const dates = yield* readNeededDates(read, 'at', settings);
  const type = yield* readTexts(read, 'type');
  yield* read.each((row) => {
    if (type.codes[row] < 0) read.drop(row, 'missing-type', 'type');
  });
  const id = yield* readTexts(read, 'id', identityOf);
  yield* dropReplaced(read, id.values.length, (row) => id.codes[row], 'id');
  return {
    read,
    dates,
    type,
    visit: yield* readTexts(read, 'visit_id', identityOf),
    identity: yield* readIdentity(read),
    target: yield* readTextsIf(read, 'target'),
    value: yield* readNumbers(read, 'value', new Float64Array(read.rows).fill(NaN)),
    traits: yield* readTraits(read),
  };
}

/** Visit row of an event's visit id, -1 for none; ids that two visits share (see visits) lead nowhere. */
function visitFinder(visit: TextColumn, visits: VisitTable | null): (row: number) => number {
  const rowOf = new Map<string, number>();
  visits?.id.forEach((id, row) => rowOf.set(id, rowOf.has(id) ? -1 : row));
  const cache = new CodeCache(visit, (id) => rowOf.get(id) ?? -1);
  return (row) => cache.at(row);
}

export function* finishEvents(columns: EventColumns, people: RowIdentity, visits: VisitTable | null): Steps<EventTable> {
  const { read, dates, type, visit, target, value, traits } = columns;
  const kept = new Compactor(read);
  const visitOf = visitFinder(visit, visits);
  /** What the row says, else what its visit says. */
  const orVisit = (own: number, row: number, ofVisit: Int32Array | undefined): number => (own < 0 ? (ofVisit?.[visitOf(row)] ?? own) : own);
  return {
    length: kept.length,
    visitor: yield* kept.numbers((row) => orVisit(people.visitor(row), row, visits?.visitor)),
    customer: yield* kept.numbers((row) => orVisit(people.person(row), row, visits?.customer)),
    ...(yield* kept.dates(dates)),
    type: { codes: yield* kept.pick(type.codes), values: type.values },
    target: yield* kept.codes(target),
    value: value && (yield* kept.pick(value)),
    ...(yield* keepTraits(kept, traits)),
  };
}
