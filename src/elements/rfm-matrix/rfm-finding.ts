/** The sentence above the picture: what the data can carry, and no more. */
import { counted, money, silence, type RfmContext } from './rfm-context.js';

/** Fewer active customers than this say little about who matters. */
const FEW = 30;

/** What is said of the active customers. */
function active(context: RfmContext): string {
  const { value, terms, format } = context;
  const { finding } = terms;
  const customers = counted(context, value.customers);
  const revenue = money(context, value.revenue);
  const present = value.segments.filter((segment) => segment.customers === null || segment.customers > 0);
  const [top] = present;
  if (value.customers === 1) return finding.oneCustomer(counted(context, value.orders), revenue);
  if (value.revenue <= 0 || !top) return finding.noRevenue(customers);
  if (value.customers < FEW) return finding.few(customers, revenue);
  if (top.customers === null) return finding.withheld(customers, revenue);
  if (present.length === 1 && top.from !== null && top.from === top.to) return finding.alike(customers, money(context, top.from));
  if (present.length === 1) return finding.oneSegment(customers, top.id);
  return finding.top({
    id: top.id,
    customers: counted(context, top.customers),
    customerShare: format.rate(top.customerShare),
    revenueShare: format.rate(top.revenueShare),
  });
}

export function rfmFinding(context: RfmContext): string {
  const { value, terms, reasons } = context;
  const silent = silence(context);
  const said: string[] = [];
  const inactive = counted(context, value.inactive);
  if (value.customers > 0) said.push(active(context));
  else if (silent && inactive.n > 0) said.push(terms.finding.nobody(inactive, silent));
  if (value.customers > 0 && silent && inactive.n > 0) said.push(terms.finding.inactive(inactive, silent));
  if (reasons.includes('not-enough-history')) said.push(terms.finding.shortHistory);
  return said.length > 0 ? terms.finding.join(said) : '';
}
