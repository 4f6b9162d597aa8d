/** Who is who (G9): customer id, else e-mail address, else visitor; they lead to one person where the data says that they belong together. */
import type { Steps } from './job.js';
import { perText } from './per-text.js';
import { TextStore } from './raw/text-store.js';
import type { Codes } from './read-column.js';
import type { Table } from './table.js';

/** An address that several ids claim belongs to none of them. */
const CONTESTED = -1;

/** Customer ids (`id` in the table of customers itself) and e-mail addresses. */
const namesOf = ({ name, texts }: Table): (Codes | undefined)[] => [name === 'customers' ? texts.id : texts.customer_id, texts.email];

const hasAt = (texts: TextStore, code: number): boolean => {
  for (let at = texts.lengthOf(code) - 1; at >= 0; at--) if (texts.byteAt(code, at) === 64) return true;
  return false;
};

/** @internal */
export class People {
  readonly isEmail: number[] = [];
  readonly visitors = new TextStore();
  /** Person of each visitor. */
  readonly known: number[] = [];
  private readonly ranks: number[] = [];
  /** Number of the id or the address that each person is known by. */
  private readonly codes: number[] = [];
  private readonly ids: TextStore;
  private readonly mails = new TextStore();
  /** Persons by the number of their id, of their address. */
  private readonly byId: number[] = [];
  private readonly byMail: number[] = [];
  /** Number of the id that an address belongs to. */
  private readonly idOf: number[] = [];

  /** @param ids Those of the largest table: they need not be copied. */
  constructor(ids = new TextStore()) {
    this.ids = ids;
  }

  get length(): number {
    return this.codes.length;
  }

  /** What a person is known by. */
  keyOf(person: number): string {
    return (this.isEmail[person] ? this.mails : this.ids).text(this.codes[person]);
  }

  /** Nobody is looked for any more. */
  loosen(): void {
    this.ids.loosen();
    this.mails.loosen();
  }

  /** Learns which e-mail address belongs to which id. All tables must be learned before anybody is asked for. */
  *learn(table: Table): Steps<void> {
    const { idOf, ids, mails } = this;
    const [id, mail] = namesOf(table);
    if (!id || !mail) return;
    const idAt = perText(id, -1, (texts, code) => (hasAt(texts, code) ? -1 : texts.codeIn(ids, code)));
    const mailAt = perText(mail, -1, (texts, code) => texts.codeIn(mails, code));
    yield* table.each((row) => {
      const [one, address] = [idAt(row), mailAt(row)];
      if (one >= 0 && address >= 0) idOf[address] = (idOf[address] ?? one) === one ? one : CONTESTED;
    });
  }

  private person(persons: number[], store: TextStore, code: number): number {
    let person = persons[code];
    if (person === undefined) {
      persons[code] = person = this.codes.push(code) - 1;
      this.isEmail.push(store === this.mails ? 1 : 0);
    }
    return person;
  }

  private byAddress(mail: number): number {
    const id = this.idOf[mail] ?? CONTESTED;
    return id === CONTESTED ? this.person(this.byMail, this.mails, mail) : this.person(this.byId, this.ids, id);
  }

  /** Person of each row by its customer id, else by its e-mail address; -1 for nobody. */
  private finder(table: Table): (row: number) => number {
    const { ids, mails } = this;
    const [id, mail] = namesOf(table);
    const byName = perText(id, -1, (texts, code) =>
      hasAt(texts, code)
        ? this.byAddress(mails.codeOfText(texts.text(code).toLowerCase()))
        : this.person(this.byId, ids, texts.codeIn(ids, code)),
    );
    const byMail = perText(mail, -1, (texts, code) => this.byAddress(texts.codeIn(mails, code)));
    return (row) => {
      const person = byName(row);
      return person >= 0 ? person : byMail(row);
    };
  }

  /**
   * Finds the customer and the visitor of each row. Rows that name both tell who the visitor is: the highest rank first, of one
   * rank the smallest key wins, so that the order of rows does not matter.
   * @param rank 0 where rows tell nothing of visitors; then people of rows that do not count (cancelled…) are known all the same.
   */
  meet(table: Table, rank: number): Steps<void> {
    const { known, ranks, visitors } = this;
    const isNeeded = /customers|identities/.test(table.name);
    const personAt = this.finder(table);
    const visitorAt = perText(table.texts.visitor_id, -1, (texts, code) => texts.codeIn(visitors, code));
    const customer = (table.customer = new Int32Array(table.length).fill(-1));
    const visitor = (table.visitor = new Int32Array(table.texts.visitor_id ? table.length : 0).fill(-1));
    return table.each((row) => {
      const person = personAt(row);
      if (person < 0 && isNeeded) return table.drop(row, 'missing-id', 'id');
      const code = rank || person < 0 ? visitorAt(row) : -1;
      if (code >= 0) visitor[row] = code;
      customer[row] = rank || person >= 0 ? person : (known[code] ?? -1);
      if (!rank || code < 0 || person < 0) return;
      if (known[code] === undefined || (ranks[code] === rank && this.keyOf(person) < this.keyOf(known[code]))) {
        known[code] = person;
        ranks[code] = rank;
      }
    }, !rank);
  }

  /** Rows of visitors belong to the person that the visitor is known as. */
  recognise(table: Table): Steps<void> {
    const { known } = this;
    const { customer, visitor } = table;
    return table.each((row) => {
      if (customer[row] < 0) customer[row] = known[visitor[row]] ?? -1;
    });
  }
}
