import { Dictionary } from '../table/dictionary.js';
import { CodeCache, People } from './people.js';
import type { Steps } from './progress.js';
import type { TableRead } from './read-context.js';
import { emailOf, identityOf, readTexts, textAt } from './read-texts.js';
import type { TextColumn } from './read-texts.js';

/** Columns by which a row names somebody. */
export interface IdentityColumns {
  readonly id: TextColumn;
  readonly email: TextColumn;
  readonly visitor: TextColumn;
}

/** @param idColumn `customer_id`, or `id` in the table of customers itself. */
export function* readIdentity(read: TableRead, idColumn = 'customer_id'): Steps<IdentityColumns> {
  return {
    id: yield* readTexts(read, idColumn, identityOf),
    email: yield* readTexts(read, 'email', emailOf),
    visitor: yield* readTexts(read, 'visitor_id', identityOf),
  };
}

/** Persons and visitors of the whole data set. */
export class Registry {
  readonly people = new People();
  readonly visitors = new Dictionary();
  private readonly visitorPerson: number[] = [];
  private readonly visitorRank: number[] = [];

  /** Tells `people` which e-mail address belongs to which id. */
  *learn(read: TableRead, { id, email }: IdentityColumns): Steps<void> {
    if (id.values.length === 0 || email.values.length === 0) return;
    yield* read.each((row) => {
      const address = textAt(email, row);
      const name = textAt(id, row);
      if (name !== undefined && address !== undefined) this.people.link(name, address);
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

  /** -1 for anonymous visitors. */
  personOfVisitor(visitor: number): number {
    return this.visitorPerson[visitor] ?? -1;
  }
}

/** Persons and visitors of the rows of one table. */
export class RowIdentity {
  private readonly ids: CodeCache;
  private readonly emails: CodeCache;
  private readonly visitors: CodeCache;

  constructor(
    private readonly registry: Registry,
    { id, email, visitor }: IdentityColumns,
  ) {
    const { people } = registry;
    this.ids = new CodeCache(id, (text) => people.ofId(text));
    this.emails = new CodeCache(email, (text) => people.ofEmail(text));
    this.visitors = new CodeCache(visitor, (text) => registry.visitors.codeOf(text));
  }

  /** By customer id or e-mail address only; -1 for nobody. */
  named(row: number): number {
    const person = this.ids.at(row);
    return person >= 0 ? person : this.emails.at(row);
  }

  visitor(row: number): number {
    return this.visitors.at(row);
  }

  /** By customer id, else e-mail address, else visitor; -1 for nobody. */
  person(row: number): number {
    const person = this.named(row);
    return person >= 0 ? person : this.registry.personOfVisitor(this.visitor(row));
  }
}
