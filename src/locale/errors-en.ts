import type { BaseTerms } from './base-terms.js';

/** What happened, and what to do. */
export const errorsEn: BaseTerms['errors'] = {
  aborted: ['Loading was stopped.', 'Load again when you are ready.'],
  'bad-json': ['The data are not valid JSON.', 'Check the place named below, or export the file again.'],
  'empty-input': ['The data hold no rows.', 'Check the export: it should have one line per order, visit, event or step.'],
  'html-instead-of-json': ['A web page came back instead of data.', 'Check the address; a login page often answers in its place.'],
  'http-status': ['The server did not give the data.', 'Check the address, and that this page may read it.'],
  'invalid-date': ['A date could not be read.', 'Write dates as year-month-day: 2025-03-31.'],
  'invalid-mapping': ['The column mapping names a column that does not exist.', 'Use the headers exactly as they stand in the data.'],
  'invalid-param': ['A setting of this widget has a value that it does not know.', 'Correct the setting named below.'],
  'invalid-time-zone': ['The time zone is not known.', 'Use a name such as Europe/Paris.'],
  'missing-column': ['A column that this figure needs was not found.', 'Add it, or say which of your columns holds it with a mapping.'],
  'mixed-currency': ['The data hold several currencies.', 'Choose one with the currency setting; amounts are not converted.'],
  network: ['The data could not be fetched.', 'Check the connection and the address, then try again.'],
  'no-table': ['No table was recognised in the data.', 'Give rows of orders, visits, events, customers or steps, with column headers.'],
  'not-cloneable': ['The data hold something that is not data.', 'Keep texts, numbers, dates and nothing else in the rows.'],
  timeout: ['The calculation took too long and was stopped.', 'Try again, or with fewer rows.'],
  'too-deep': ['The data are nested too deeply.', 'Give a flat list of rows.'],
  'too-large': ['The data are larger than this widget accepts.', 'Split them, or keep only the columns and periods needed.'],
  'unknown-kpi': ['This figure is not known to the calculation engine.', 'Use the same version of the library everywhere on the page.'],
  'worker-lost': ['The calculation stopped unexpectedly.', 'Try again; the data are still here.'],
  internal: ['The calculation failed.', 'Try again; if it persists, please report it with the text below.'],
};
