/** Who is who (G9): customer id, else e-mail address, else visitor; they lead to one person where the data says that they belong together. */
import { Dictionary } from '../table/dictionary.js';
import type { Steps } from './job.js';
import type { Table } from './table.js';

/** Customer ids (`id` in the table of customers itself) and e-mail addresses. */
const namesOf = ({ name, cells }: Table): string[][] => [name === 'customers' ? cells.id : cells.customer_id, cells.email];

/** @internal */
export class People {
  readonly keys: string[] = [];
  readonly isEmail: number[] = [];
  readonly visitors = new Dictionary();
  /** Person of each visitor. */
  readonly known: number[] = [];
  private readonly ranks: number[] = [];
  private readonly byId = new Map<string, number>();
  private readonly byEmail = new Map<string, number>();
  /** An address that several ids claim belongs to none of them: ''. */
  private readonly idOf = new Map<string, string>();

  /** Learns which e-mail address belongs to which id. All tables must be learned before anybody is asked for. */
  learn(table: Table): Steps<void> {
    const { idOf } = this;
    const [ids, emails] = namesOf(table);
    return table.each((row) => {
      const [id, email] = [ids[row], emails[row]];
      if (id && email && !id.includes('@')) idOf.set(email, (idOf.get(email) ?? id) === id ? id : '');
    });
  }

  /** Person of a customer id, else of an e-mail address; -1 for nobody. */
  private named(id: string | undefined, email: string | undefined): number {
    if (id?.includes('@')) [id, email] = ['', id.toLowerCase()];
    id ||= email && this.idOf.get(email);
    const key = id || email;
    if (!key) return -1;
    const byKey = id ? this.byId : this.byEmail;
    let person = byKey.get(key);
    if (person === undefined) {
      byKey.set(key, (person = this.keys.push(key) - 1));
      this.isEmail.push(id ? 0 : 1);
    }
    return person;
  }

  /**
   * Gives a table the columns `customer` and `visitor`. Rows that name both tell who the visitor is: the highest rank first, of one
   * rank the smallest key wins, so that the order of rows does not matter.
   * @param rank 0 where rows tell nothing of visitors; then people of rows that do not count (cancelled…) are known all the same.
   */
  meet(table: Table, rank: number): Steps<void> {
    const { keys, known, ranks, visitors } = this;
    const [ids, emails] = namesOf(table);
    const { visitor_id } = table.cells;
    const [customer, visitor] = ['customer', 'visitor'].map((name) => table.add<number>(name));
    return table.each((row) => {
      const person = this.named(ids[row], emails[row]);
      if (person < 0 && /customers|identities/.test(table.name)) return table.drop(row, 'missing-id', 'id');
      const code = visitor_id[row] && (rank || person < 0) ? visitors.codeOf(visitor_id[row]) : -1;
      visitor[row] = code;
      customer[row] = rank || person >= 0 ? person : (known[code] ?? -1);
      if (!rank || code < 0 || person < 0) return;
      if (known[code] === undefined || (ranks[code] === rank && keys[person] < keys[known[code]])) {
        known[code] = person;
        ranks[code] = rank;
      }
    }, !rank);
  }

  /** Rows of visitors belong to the person that the visitor is known as. */
  recognise(table: Table): Steps<void> {
    const { known } = this;
    const { customer, visitor } = table.cells;
    return table.each((row) => {
      if (customer[row] < 0) customer[row] = known[visitor[row]] ?? -1;
    });
  }
}
