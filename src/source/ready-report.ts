/** Report of a source that reads no rows: nothing was refused, nothing is known. */
import type { IngestReport } from '../core/ingest/report.js';

export function readyReport(): IngestReport {
  return {
    tables: [],
    timeZone: 'UTC',
    timeZoneFrom: 'default',
    currency: null,
    from: null,
    to: null,
    customers: 0,
    guestOrders: 0,
    notices: [],
  };
}
