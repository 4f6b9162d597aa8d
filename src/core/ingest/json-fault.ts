/** Where JSON text breaks. Engines word their errors differently and some give no place: this finds it by the grammar. */

const SPACE = /[ \t\n\r]*/y;
const WORD = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?|true|false|null/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

function skip(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : -1;
}

/** Place after a string's closing quote, or (as a negative number) of what breaks it. No pattern: strings may be megabytes long. */
function stringEnd(text: string, from: number): number {
  for (let at = from + 1; at < text.length; at++) {
    const mark = text[at];
    if (mark === '"') return at + 1;
    if (mark < ' ') return -at;
    if (mark !== '\\') continue;
    const end = skip(ESCAPE, text, at);
    if (end < 0) return -at;
    at = end - 1;
  }
  return -text.length;
}

/** What may stand next. */
type Want = 'value' | 'value-or-end' | 'key' | 'key-or-end' | 'colon' | 'comma' | 'nothing';

class Fault {
  private at = 0;
  private want: Want = 'value';
  private readonly open: string[] = [];

  constructor(private readonly text: string) {}

  find(): number {
    for (;;) {
      this.at = skip(SPACE, this.text, this.at);
      if (this.at >= this.text.length || this.want === 'nothing' || !this.token(this.text[this.at])) return this.at;
    }
  }

  private token(mark: string): boolean {
    if (mark === '}' || mark === ']') return this.close(mark);
    if (this.want === 'comma') return this.take(mark === ',', this.open[this.open.length - 1] === '}' ? 'key' : 'value');
    if (this.want === 'colon') return this.take(mark === ':', 'value');
    if (this.want === 'key' || this.want === 'key-or-end') return mark === '"' && this.scalar('colon');
    if (mark !== '{' && mark !== '[') return this.scalar(this.afterValue());
    this.open.push(mark === '{' ? '}' : ']');
    return this.take(true, mark === '{' ? 'key-or-end' : 'value-or-end');
  }

  private afterValue(): Want {
    return this.open.length === 0 ? 'nothing' : 'comma';
  }

  private close(mark: string): boolean {
    const mayEnd = this.want === 'comma' || this.want === (mark === '}' ? 'key-or-end' : 'value-or-end');
    if (!mayEnd || this.open[this.open.length - 1] !== mark) return false;
    this.open.pop();
    return this.take(true, this.afterValue());
  }

  private take(isRight: boolean, want: Want): boolean {
    if (!isRight) return false;
    this.at++;
    this.want = want;
    return true;
  }

  private scalar(want: Want): boolean {
    const isString = this.text[this.at] === '"';
    const end = isString ? stringEnd(this.text, this.at) : skip(WORD, this.text, this.at);
    if (end >= 0 || isString) this.at = Math.abs(end);
    this.want = want;
    return end >= 0;
  }
}

/** Place of the first character that JSON does not allow; the length of the text when it ends too soon. */
export function faultAt(text: string): number {
  return new Fault(text).find();
}
