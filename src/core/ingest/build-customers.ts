import { NO_DAY } from '../table/dataset.js';
import type { CodeColumn, CustomerTable } from '../table/dataset.js';
import { Dictionary } from '../table/dictionary.js';
import { dropReplaced } from './drop-replaced.js';
import { readIdentity } from './identity-columns.js';
import type { IdentityColumns, RowIdentity } from './identity-columns.js';
import { leadStatusOf } from './lead-status.js';
import type { People } from './people.js';
import type { Steps } from './progress.js';
import type { TableRead } from './read-context.js';
import { readDates } from './read-dates.js';
import type { DateColumn } from './read-dates.js';
import type { ReadSettings } from './read-settings.js';
import { readTexts, textOf } from './read-texts.js';
import type { TextColumn } from './read-texts.js';

export interface CustomerColumns {
  readonly read: TableRead;
  readonly identity: IdentityColumns;
  readonly created: DateColumn | null;
  readonly channel: TextColumn | null;
  readonly country: TextColumn | null;
  readonly leadStatus: TextColumn | null;
}

export function* readCustomerColumns(read: TableRead, settings: ReadSettings): Steps<CustomerColumns> {
  return {
    read,
    identity: yield* readIdentity(read, 'id'),
    created: yield* readDates(read, 'created_at', settings.zone, false),
    channel: yield* readTexts(read, 'channel'),
    country: yield* readTexts(read, 'country'),
    leadStatus: yield* readTexts(read, 'lead_status', (value) => leadStatusOf(textOf(value))),
  };
}

/** Person of each good row of the customers table, -1 elsewhere. Rows without identity are refused, replaced rows left out. */
export function* settleCustomers({ read }: CustomerColumns, people: RowIdentity): Steps<Int32Array> {
  const person = new Int32Array(read.source.length).fill(-1);
  const header = (read.matches.get('id') ?? read.matches.get('email'))?.header ?? null;
  let persons = 0;
  yield* read.walker.walk(person.length, (row) => {
    if (!read.ledger.isGood(row)) return;
    person[row] = people.named(row);
    persons = Math.max(persons, person[row] + 1);
    if (person[row] < 0) read.ledger.drop(row, 'missing-id', header, undefined);
  });
  yield* dropReplaced(read, persons, (row) => person[row], header);
  return person;
}

function spread(column: TextColumn | null, rowOf: Int32Array): CodeColumn | null {
  if (column === null) return null;
  const dictionary = new Dictionary();
  const codes = rowOf.map((row) => {
    const code = row < 0 ? -1 : column.codes[row];
    return code < 0 ? -1 : dictionary.codeOf(column.values[code]);
  });
  return { codes, values: dictionary.values };
}

/** Everybody known, with what the customers table says of them. */
export function finishCustomers(people: People, columns: CustomerColumns | null, personOfRow: Int32Array | null): CustomerTable {
  const rowOf = new Int32Array(people.length).fill(-1);
  const fate = columns?.read.ledger;
  personOfRow?.forEach((person, row) => {
    if (person >= 0 && fate?.isGood(row)) rowOf[person] = row;
  });
  const created = columns?.created ?? null;
  return {
    length: people.length,
    key: people.key,
    keyIsEmail: Uint8Array.from(people.keyIsEmail),
    createdDay: rowOf.map((row) => (row < 0 || created === null ? NO_DAY : created.day[row])),
    createdSecond: Float64Array.from(rowOf, (row) => (row < 0 || created === null ? NaN : created.second[row])),
    channel: spread(columns?.channel ?? null, rowOf),
    country: spread(columns?.country ?? null, rowOf),
    leadStatus: spread(columns?.leadStatus ?? null, rowOf),
  };
}
