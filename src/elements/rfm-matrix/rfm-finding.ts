/** The sentence above the picture: what the data can carry, and no more. */
import { sentence } from '../../base/states.js';
import type { RfmContext } from './rfm-context.js';

/** Fewer active customers than this say little about who matters. */
const FEW = 30;

/** What is said of the active customers. */
function active({ value, terms, format, count, money }: RfmContext): string {
  const { customers, revenue, orders, segments } = value;
  const all = count(customers, terms.active);
  const present = segments.filter((segment) => segment.customers !== 0);
  const [top] = present;
  if (customers === 1) return terms.oneCustomer(count(orders, terms.order), money(revenue));
  if (revenue <= 0 || !top) return terms.noRevenue(all);
  const worth = terms.worth(money(revenue));
  if (customers < FEW) return terms.few(all, worth);
  if (top.customers === null) return terms.withheld(all, worth);
  const who = terms.who(terms.quality[top.id]);
  if (present.length === 1) return top.from === top.to ? terms.alike(all, money(top.from)) : terms.oneSegment(all, terms.plural(who));
  const one = terms.isOne(top.customers);
  const { customerShare, revenueShare } = top;
  return terms.top(
    terms.your(one ? who : count(top.customers, who), one),
    one,
    terms.ofActive(format.rate(customerShare)),
    terms.ofRevenue(format.rate(revenueShare)),
  );
}

/** What is said of the inactive ones. */
function silent({ value, terms, format, count }: RfmContext): string {
  const { customers, inactive, window } = value;
  const one = terms.isOne(inactive);
  const since = terms.since(window.months === null ? '' : count(window.months, terms.month, '\u00a0'), format.date(window.from));
  if (customers) return terms.silent(count(inactive, terms.customer), one, since);
  return one ? terms.silent(terms.your(terms.customer, one), one, since) : terms.nobody(count(inactive, terms.customer), since);
}

export function rfmFinding(context: RfmContext): string {
  const { value, terms, reasons } = context;
  const said = [
    value.customers ? active(context) : '',
    value.inactive && value.window.rule !== 'all' ? silent(context) : '',
    reasons.some(({ code }) => code === 'not-enough-history') ? terms.shortHistory : '',
  ].filter(Boolean);
  return said.length ? sentence(`${said.join(terms.semicolon)}.`) : '';
}
