/** Who is who (G9): customer id, else e-mail address; both lead to one person where the data says that they belong together. */
import type { TextColumn } from './read-texts.js';

/** An e-mail address that several ids claim belongs to none of them. */
const SHARED = '';

export class People {
  readonly key: string[] = [];
  readonly keyIsEmail: number[] = [];
  private readonly byId = new Map<string, number>();
  private readonly byEmail = new Map<string, number>();
  private readonly idOfEmail = new Map<string, string>();

  get length(): number {
    return this.key.length;
  }

  /** Learns that a row gives both. All links must be known before the first person is asked for. */
  link(id: string, email: string): void {
    if (id.includes('@')) return;
    const known = this.idOfEmail.get(email);
    if (known === undefined) this.idOfEmail.set(email, id);
    else if (known !== id) this.idOfEmail.set(email, SHARED);
  }

  ofId(id: string): number {
    if (id.includes('@')) return this.ofEmail(id.toLowerCase());
    return this.find(this.byId, id, id, 0);
  }

  ofEmail(email: string): number {
    const id = this.idOfEmail.get(email);
    if (id !== undefined && id !== SHARED) return this.find(this.byId, id, id, 0);
    return this.find(this.byEmail, email, email, 1);
  }

  private find(known: Map<string, number>, name: string, key: string, isEmail: number): number {
    const found = known.get(name);
    if (found !== undefined) return found;
    const person = this.key.length;
    known.set(name, person);
    this.key.push(key);
    this.keyIsEmail.push(isEmail);
    return person;
  }
}

/** Answers kept by code: a text is looked up once, and only when a row that counts needs it. */
export class CodeCache {
  private readonly known: Int32Array;

  constructor(
    private readonly column: TextColumn,
    private readonly find: (text: string) => number,
  ) {
    this.known = new Int32Array(column.values.length).fill(-2);
  }

  /** -1 where the row has no text. */
  at(row: number): number {
    const code = this.column.codes[row];
    if (code < 0) return -1;
    if (this.known[code] === -2) this.known[code] = this.find(this.column.values[code]);
    return this.known[code];
  }
}
