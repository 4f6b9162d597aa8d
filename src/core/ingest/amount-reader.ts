/** Values of an amount column -> integer minor units, exactly. */
import { toMinor } from './decimal.js';
import { currencyOf } from './currency.js';
import { Parts } from './table-source.js';

export type DecimalMark = '.' | ',';
/** `open`: 1,234 or 1.234, which the rest of the column decides. */
export type AmountOutcome = 'read' | 'missing' | 'bad' | 'open';

/** Letters before a number need a space or a currency sign: C536379 is no amount. */
const BEFORE = String.raw`(\p{L}{0,3}\p{Sc}|\p{L}{1,3}\.?(?= )|EUR|USD|GBP|CHF|CAD)?`;
const AFTER = String.raw`(\p{L}{0,3}\p{Sc}|\p{L}{2,5}\.?|F(?: CFA)?)?`;
const NUMBER = String.raw`(\d[\d.,' ]*|[.,]\d+)(?:e([-+]?\d{1,3}))?`;
const AMOUNT = new RegExp(String.raw`^(\()? *([-+])? *${BEFORE} *([-+])? *${NUMBER} *${AFTER} *(-)? *(\))?$`, 'iu');
/** Spreadsheets write a dash where there is nothing. */
const DASHES = ['-', '–', '—'];
const MINUS = 45;
const POINT = 46;
const ZERO = 48;
const ODD_SPACES = /[\u00a0\u2009\u202f]/g;
const GROUPED = { '.': /^\d{1,3}(?:\.\d{2,3})*\.\d{3}$/, ',': /^\d{1,3}(?:,\d{2,3})*,\d{3}$/ } as const;
const SPACED = /^\d{1,3}(?:[ ']\d{3})*$/;
/** Longer texts are no amounts: patterns never see them. */
const LONGEST = 60;
/** Decimals below this have one shortest text, so that dividing back proves that rounding lost nothing. */
const SURE = 1e15;

/** Where the decimal mark of a text without spaces stands: its place, -1 for none, NaN for no number, 'open' for either. */
function markPlace(body: string, columnMark: DecimalMark | null): number | 'open' {
  const dot = body.lastIndexOf('.');
  const comma = body.lastIndexOf(',');
  if (dot < 0 && comma < 0) return -1;
  const place = Math.max(dot, comma);
  const mark = body[place] as DecimalMark;
  const other = mark === '.' ? ',' : '.';
  if (body.includes(other)) return body.indexOf(mark) === place && GROUPED[other].test(body.slice(0, place)) ? place : NaN;
  if (body.indexOf(mark) !== place) return GROUPED[mark].test(body) ? -1 : NaN;
  const isThousands = /^[1-9]\d{0,2}[.,]\d{3}$/.test(body);
  if (!isThousands || columnMark === mark) return place;
  return columnMark === null ? 'open' : -1;
}

/** Decimal mark that a text proves: 12,5 and 1.234,5 the comma, 1.234.567 too; 12 and 1,234 none. */
function provedBy(body: string, place: number): DecimalMark | null {
  if (place >= 0) return body[place] as DecimalMark;
  if (body.indexOf('.') !== body.lastIndexOf('.')) return ',';
  return body.indexOf(',') !== body.lastIndexOf(',') ? '.' : null;
}

export class AmountReader {
  /** Minor units of the last value read. */
  minor = NaN;
  /** Decimal mark that the last text proves, null for none. */
  proves: DecimalMark | null = null;
  /** Currency written beside the last text, '' for none. */
  currency = '';
  private readonly scale: number;

  /**
   * @param digits Decimal digits of one minor unit.
   * @param isMinor Values are minor units already (Stripe's API).
   */
  constructor(
    private readonly digits: number,
    private readonly isMinor = false,
  ) {
    this.scale = isMinor ? 1 : 10 ** digits;
  }

  read(value: unknown, mark: DecimalMark | null): AmountOutcome {
    if (typeof value === 'number') return this.number(value);
    if (value === null || value === undefined) return 'missing';
    if (typeof value === 'string') return this.text(value.trim(), mark);
    if (typeof value === 'bigint') return this.text(String(value), '.');
    return value instanceof Parts ? this.parts(value) : 'bad';
  }

  private number(value: number): AmountOutcome {
    const minor = Math.round(value * this.scale);
    // Equal after dividing back: `value` is the double nearest to this decimal, so nothing was rounded away.
    if (Math.abs(minor) < SURE && minor / this.scale === value) {
      this.minor = minor === 0 ? 0 : minor;
      this.proves = null;
      return 'read';
    }
    return Number.isFinite(value) ? this.text(String(value), '.') : 'bad';
  }

  private text(given: string, columnMark: DecimalMark | null): AmountOutcome {
    if (given === '' || DASHES.includes(given)) return 'missing';
    if (this.plain(given, columnMark)) return 'read';
    if (given.length > LONGEST) return 'bad';
    const match = AMOUNT.exec(given.replace(ODD_SPACES, ' ').replaceAll('\u2212', '-').replaceAll('\u2019', "'"));
    if (match === null) return 'bad';
    const signs = [match[2], match[4], match[8]].filter((sign) => sign !== undefined);
    if (signs.length > 1 || (match[1] === undefined) !== (match[9] === undefined)) return 'bad';
    this.currency = currencyOf(match[3] ?? match[7] ?? '');
    const isNegative = signs[0] === '-' || match[1] !== undefined;
    return this.body(match[5].trim(), Number(match[6] ?? 0), isNegative, columnMark);
  }

  /** The commonest texts (`12`, `-12.50`) without pattern; false leaves the text to the pattern. */
  private plain(text: string, columnMark: DecimalMark | null): boolean {
    const from = text.charCodeAt(0) === MINUS ? 1 : 0;
    let units = 0;
    let decimals = -1;
    for (let i = from; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code === POINT && decimals < 0 && i > from) decimals = 0;
      else if (code < ZERO || code > ZERO + 9) return false;
      else {
        units = units * 10 + code - ZERO;
        if (decimals >= 0) decimals++;
      }
    }
    const missing = this.isMinor ? 0 : this.digits - Math.max(0, decimals);
    if (text.length > 15 || text.length === from || missing < 0 || (decimals === 3 && columnMark !== '.')) return false;
    this.minor = from === 1 && units > 0 ? -units * 10 ** missing : units * 10 ** missing;
    this.proves = decimals > 0 ? '.' : null;
    this.currency = '';
    return this.minor <= Number.MAX_SAFE_INTEGER;
  }

  private body(given: string, exponent: number, isNegative: boolean, columnMark: DecimalMark | null): AmountOutcome {
    const body = given.replace(/[ ']/g, '');
    if (body.length !== given.length && !SPACED.test(given.replace(/[.,]\d*$/, ''))) return 'bad';
    const place = markPlace(body, columnMark);
    if (place === 'open') return 'open';
    if (Number.isNaN(place)) return 'bad';
    this.proves = provedBy(body, place);
    const whole = body.slice(0, place < 0 ? body.length : place).replace(/[.,]/g, '');
    const fraction = place < 0 ? '' : body.slice(place + 1);
    const minor = toMinor(whole + fraction, whole.length + exponent, this.isMinor ? 0 : this.digits);
    this.minor = isNegative && minor !== 0 ? -minor : minor;
    return Number.isNaN(minor) ? 'bad' : 'read';
  }

  /** Sum of what several refunds of one order say; their sign differs from system to system. */
  private parts({ values }: Parts): AmountOutcome {
    let sum = 0;
    for (const value of values) {
      const outcome = this.read(value, '.');
      if (outcome === 'bad') return 'bad';
      if (outcome === 'read') sum += Math.abs(this.minor);
    }
    this.minor = sum;
    return values.length === 0 ? 'missing' : 'read';
  }
}
