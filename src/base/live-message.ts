/** The one polite message of a widget for assistive technology. */
import type { Terms } from '../locale/terms.js';
import type { Computation } from './computation.js';
import { errorWords } from './states.js';

/**
 * @internal Silent when figures simply appear with the page: it speaks of waiting that lasts, of errors, and of figures that replace others
 * or were waited for.
 */
export class LiveMessage {
  text = '';
  #outcome = 0;
  #waited = false;

  update({ outcome, error, slow }: Computation<unknown>, name: string, terms: Terms): void {
    if (slow) this.text = terms.labelled(name, terms.loading);
    else if (outcome !== this.#outcome) {
      if (error) this.text = terms.labelled(name, errorWords(error, terms)[0]);
      else if (this.#waited || this.#outcome) this.text = terms.labelled(name, terms.updated);
      this.#outcome = outcome;
    }
    this.#waited = slow;
  }
}
