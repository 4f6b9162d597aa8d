import { readIdentity } from './identity-columns.js';
import type { IdentityColumns, Registry, RowIdentity } from './identity-columns.js';
import type { Steps } from './progress.js';
import type { TableRead } from './read-context.js';

export interface IdentityTableColumns {
  readonly read: TableRead;
  readonly identity: IdentityColumns;
}

/** Rows that name no visitor or nobody are refused. */
export function* readIdentityTable(read: TableRead): Steps<IdentityTableColumns> {
  const identity = yield* readIdentity(read);
  const { id, email, visitor } = identity;
  const header = (column: string): string | null => read.matches.get(column)?.header ?? null;
  yield* read.walker.walk(read.source.length, (row) => {
    const isNamed = (id?.codes[row] ?? -1) >= 0 || (email?.codes[row] ?? -1) >= 0;
    if ((visitor?.codes[row] ?? -1) < 0) read.ledger.drop(row, 'missing-id', header('visitor_id'), undefined);
    else if (!isNamed) read.ledger.drop(row, 'missing-id', header('customer_id') ?? header('email'), undefined);
  });
  return { read, identity };
}

/** Every row that names both a visitor and a person says who the visitor is. */
export function* claimVisitors(read: TableRead, people: RowIdentity, registry: Registry, rank: number): Steps<void> {
  yield* read.walker.walk(read.source.length, (row) => {
    if (read.ledger.isGood(row)) registry.claim(people.visitor(row), people.named(row), rank);
  });
}
