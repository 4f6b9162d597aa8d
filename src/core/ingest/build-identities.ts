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
  yield* read.each((row) => {
    if (visitor.codes[row] < 0) read.drop(row, 'missing-id', 'visitor_id');
    else if (id.codes[row] < 0 && email.codes[row] < 0)
      read.drop(row, 'missing-id', read.matches.has('customer_id') ? 'customer_id' : 'email');
  });
  return { read, identity };
}

/** Every row that names both a visitor and a person says who the visitor is. */
export function* claimVisitors(read: TableRead, people: RowIdentity, registry: Registry, rank: number): Steps<void> {
  yield* read.each((row) => registry.claim(people.visitor(row), people.named(row), rank));
}
