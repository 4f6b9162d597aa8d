import type { VisitTable } from '../table/dataset.js';
import { Dictionary } from '../table/dictionary.js';
import { Compactor } from './compact.js';
import { dropReplaced } from './drop-replaced.js';
import { readIdentity } from './identity-columns.js';
import type { IdentityColumns, RowIdentity } from './identity-columns.js';
import { readNeededDates } from './own-dates.js';
import type { Steps } from './progress.js';
import type { TableRead } from './read-context.js';
import type { DateColumn } from './read-dates.js';
import { UNKNOWN, flagOf } from './read-flags.js';
import { readNumbers } from './read-numbers.js';
import type { ReadSettings } from './read-settings.js';
import { identityOf, readTexts } from './read-texts.js';
import type { TextColumn } from './read-texts.js';
import { keepTraits, readTraits } from './traits.js';
import type { Traits } from './traits.js';

export interface VisitColumns {
  readonly read: TableRead;
  readonly dates: DateColumn;
  readonly id: TextColumn;
  readonly identity: IdentityColumns;
  readonly traits: Traits;
  readonly pages: Float64Array | null;
  readonly engaged: Uint8Array | null;
}

/** A session number may be unique within its visitor only (GA4), so that visitor and id together name a visit. */
function* dropRepeated(read: TableRead, id: TextColumn, visitor: TextColumn): Steps<void> {
  const pairs = new Dictionary();
  const key = new Int32Array(read.rows).fill(-1);
  yield* read.each((row) => {
    if (id.codes[row] >= 0) key[row] = pairs.codeOf(`${id.codes[row]} ${visitor.codes[row]}`);
  });
  yield* dropReplaced(read, pairs.values.length, (row) => key[row], 'id');
}

export function* readVisitColumns(read: TableRead, settings: ReadSettings): Steps<VisitColumns> {
  const dates = yield* readNeededDates(read, 'started_at', settings);
  const id = yield* readTexts(read, 'id', identityOf);
  const identity = yield* readIdentity(read);
  yield* dropRepeated(read, id, identity.visitor);
  return {
    read,
    dates,
    id,
    identity,
    traits: yield* readTraits(read),
    pages: yield* readNumbers(read, 'pages', new Float64Array(read.rows).fill(NaN)),
    engaged: yield* readNumbers(read, 'engaged', new Uint8Array(read.rows).fill(UNKNOWN), flagOf),
  };
}

export function* finishVisits({ read, dates, id, traits, pages, engaged }: VisitColumns, people: RowIdentity): Steps<VisitTable> {
  const kept = new Compactor(read);
  return {
    length: kept.length,
    id: yield* kept.texts('id', id),
    visitor: yield* kept.numbers((row) => people.visitor(row)),
    customer: yield* kept.numbers((row) => people.person(row)),
    ...(yield* kept.dates(dates)),
    ...(yield* keepTraits(kept, traits)),
    pages: pages && (yield* kept.pick(pages)),
    engaged: engaged && (yield* kept.pick(engaged)),
  };
}
