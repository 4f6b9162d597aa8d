/** The one polite message of a widget for assistive technology. */
import type { ErrorInfo } from '../core/errors.js';
import type { Terms } from '../locale/terms.js';
import type { Status } from './computation.js';

interface Moment {
  status: Status;
  slow: boolean;
  outcome: number;
  error: ErrorInfo | null;
  name: string;
}

/**
 * Silent when figures simply appear with the page: it speaks of waiting that lasts, of errors, and of figures that replace others
 * or were waited for.
 */
export class LiveMessage {
  text = '';
  #outcome = 0;
  #waited = false;

  update({ status, slow, outcome, error, name }: Moment, terms: Terms): void {
    if (status === 'loading' && slow) {
      this.#waited = true;
      this.text = terms.labelled(name, terms.loading.title);
      return;
    }
    if (outcome === this.#outcome) return;
    if (error) this.text = terms.labelled(name, (terms.errors[error.code] ?? terms.errors.internal)[0]);
    else if (this.#waited || this.#outcome > 0) this.text = terms.updated(name);
    this.#outcome = outcome;
    this.#waited = false;
  }
}
