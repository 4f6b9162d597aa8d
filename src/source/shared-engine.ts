/** One engine for all data sets of a page that agree on the worker's address. */
import { EngineClient } from '../worker/client.js';
import type { WorkerUrl } from '../worker/rungs.js';

export interface SourceNotice {
  code: string;
  message: string;
}

export class SharedEngine {
  readonly workerUrl: WorkerUrl | undefined;
  readonly client: EngineClient;
  /** Also for those who come later: a widget should say where its figures come from. */
  readonly notices: SourceNotice[] = [];
  readonly listeners = new Set<(notice: SourceNotice) => void>();

  constructor(workerUrl: WorkerUrl | undefined) {
    this.workerUrl = workerUrl;
    this.client = new EngineClient({
      workerUrl,
      notice: (notice) => {
        this.notices.push(notice);
        for (const listener of this.listeners) listener(notice);
      },
    });
  }
}
