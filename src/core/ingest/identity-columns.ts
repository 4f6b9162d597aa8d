import { Dictionary } from '../table/dictionary.js';
import { CodeCache, People } from './people.js';
import type { Steps } from './progress.js';
import type { TableRead } from './read-context.js';
import { emailOf, identityOf, readTexts } from './read-texts.js';
import type { TextColumn } from './read-texts.js';

/** Columns by which a row names somebody. */
export interface IdentityColumns {
  readonly id: TextColumn | null;
  readonly email: TextColumn | null;
  readonly visitor: TextColumn | null;
}

/** @param idColumn `customer_id`, or `id` in the table of customers itself. */
export function* readIdentity(read: TableRead, idColumn = 'customer_id'): Steps<IdentityColumns> {
  const id = yield* readTexts(read, idColumn, identityOf);
  const email = yield* readTexts(read, 'email', emailOf);
  const visitor = yield* readTexts(read, 'visitor_id', identityOf);
  return { id, email, visitor };
}

/** Persons and visitors of the whole data set. */
export class Registry {
  readonly people = new People();
  readonly visitors = new Dictionary();
  /** Person of each visitor, by visitor code; undefined or -1 when anonymous. */
  readonly visitorPerson: number[] = [];
  private readonly visitorRank: number[] = [];

  /** Tells `people` which e-mail address belongs to which id. */
  *learn(read: TableRead, { id, email }: IdentityColumns): Steps<void> {
    if (id === null || email === null) return;
    yield* read.walker.walk(id.codes.length, (row) => {
      const isBoth = id.codes[row] >= 0 && email.codes[row] >= 0 && read.ledger.isGood(row);
      if (isBoth) this.people.link(id.values[id.codes[row]], email.values[email.codes[row]]);
    });
  }

  /**
   * A visitor who was seen as this person. The table of identities (rank 2) goes before visits and events (rank 1); claimed by
   * several of one rank, the smallest key wins, so that the order of rows does not matter.
   */
  claim(visitor: number, person: number, rank: number): void {
    if (visitor < 0 || person < 0) return;
    const known = this.personOfVisitor(visitor);
    const knownRank = this.visitorRank[visitor] ?? 0;
    if (known >= 0 && (rank < knownRank || (rank === knownRank && this.people.key[known] <= this.people.key[person]))) return;
    this.visitorPerson[visitor] = person;
    this.visitorRank[visitor] = rank;
  }

  personOfVisitor(visitor: number): number {
    return visitor < 0 ? -1 : (this.visitorPerson[visitor] ?? -1);
  }
}

/** Persons and visitors of the rows of one table. */
export class RowIdentity {
  private readonly ids: CodeCache | null;
  private readonly emails: CodeCache | null;
  private readonly visitors: CodeCache | null;

  constructor(
    private readonly registry: Registry,
    { id, email, visitor }: IdentityColumns,
  ) {
    const { people } = registry;
    this.ids = id && new CodeCache(id, (text) => people.ofId(text));
    this.emails = email && new CodeCache(email, (text) => people.ofEmail(text));
    this.visitors = visitor && new CodeCache(visitor, (text) => registry.visitors.codeOf(text));
  }

  /** By customer id or e-mail address only; -1 for nobody. */
  named(row: number): number {
    const person = this.ids?.at(row) ?? -1;
    return person >= 0 ? person : (this.emails?.at(row) ?? -1);
  }

  visitor(row: number): number {
    return this.visitors?.at(row) ?? -1;
  }

  /** By customer id, else e-mail address, else visitor; -1 for nobody. */
  person(row: number): number {
    const person = this.named(row);
    return person >= 0 ? person : this.registry.personOfVisitor(this.visitor(row));
  }
}
