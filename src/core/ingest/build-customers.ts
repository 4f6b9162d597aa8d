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
import { readTextsIf, textAt, textOf } from './read-texts.js';

export interface CustomerColumns {
  readonly read: TableRead;
  readonly identity: IdentityColumns;
  readonly created: DateColumn | null;
  readonly channel: CodeColumn | null;
  readonly country: CodeColumn | null;
  readonly leadStatus: CodeColumn | null;
}

export function* readCustomerColumns(read: TableRead, settings: ReadSettings): Steps<CustomerColumns> {
  return {
    read,
    identity: yield* readIdentity(read, 'id'),
    created: yield* readDates(read, 'created_at', settings.zone, false),
    channel: yield* readTextsIf(read, 'channel'),
    country: yield* readTextsIf(read, 'country'),
    leadStatus: yield* readTextsIf(read, 'lead_status', (value) => leadStatusOf(textOf(value))),
  };
}

/** Person of each row of the customers table. Rows without identity are refused, replaced rows left out. */
export function* settleCustomers({ read }: CustomerColumns, people: RowIdentity): Steps<Int32Array> {
  const person = new Int32Array(read.rows).fill(-1);
  const column = read.matches.has('id') ? 'id' : 'email';
  let persons = 0;
  yield* read.each((row) => {
    person[row] = people.named(row);
    persons = Math.max(persons, person[row] + 1);
    if (person[row] < 0) read.drop(row, 'missing-id', column);
  });
  yield* dropReplaced(read, persons, (row) => person[row], column);
  return person;
}

function spread(column: CodeColumn | null | undefined, rowOf: Int32Array): CodeColumn | null {
  if (!column) return null;
  const dictionary = new Dictionary();
  const codes = rowOf.map((row) => {
    const text = textAt(column, row);
    return text === undefined ? -1 : dictionary.codeOf(text);
  });
  return { codes, values: dictionary.values };
}

/** Everybody known, with what the customers table says of them. */
export function finishCustomers(people: People, columns: CustomerColumns | null, personOfRow: Int32Array | null): CustomerTable {
  const rowOf = new Int32Array(people.length).fill(-1);
  personOfRow?.forEach((person, row) => {
    if (columns?.read.isGood(row)) rowOf[person] = row;
  });
  const created = columns?.created;
  return {
    length: people.length,
    key: people.key,
    keyIsEmail: Uint8Array.from(people.keyIsEmail),
    createdDay: rowOf.map((row) => created?.day[row] ?? NO_DAY),
    createdSecond: Float64Array.from(rowOf, (row) => created?.second[row] ?? NaN),
    channel: spread(columns?.channel, rowOf),
    country: spread(columns?.country, rowOf),
    leadStatus: spread(columns?.leadStatus, rowOf),
  };
}
