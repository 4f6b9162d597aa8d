/** Takes the place of the page's Worker constructor: counts workers, kills them silently, holds back what is said to them. */

type Message = { name?: string };

const Native = globalThis.Worker;

export class Workers {
  /** Every worker started since, alive or not. */
  readonly started: Worker[] = [];
  readonly #dead = new Set<Worker>();
  /** Names of calls at which the next worker dies, as a crash would have it: after it got the call, without a word. */
  readonly #fatal: string[] = [];
  /** What workers are started from instead of their own script. */
  script: string | null = null;
  readonly #said: string[] = [];
  #held: string | null = null;
  #release: (() => void)[] = [];

  constructor() {
    const began = (worker: Worker) => void this.started.push(worker);
    const ended = (worker: Worker) => void this.#dead.add(worker);
    const script = () => this.script;
    const said = (worker: Worker, name: string, send: () => void) => this.#say(worker, name, send);
    globalThis.Worker = class extends Native {
      constructor(url: string | URL, options?: WorkerOptions) {
        super(script() ?? url, options);
        began(this);
      }
      override terminate(): void {
        ended(this);
        super.terminate();
      }
      override postMessage(message: Message, transfer?: unknown): void {
        said(this, message.name ?? '', () => super.postMessage(message, (transfer ?? []) as Transferable[]));
      }
    } as typeof Worker;
  }

  #say(worker: Worker, name: string, send: () => void): void {
    this.#said.push(name);
    if (this.#held === name) return void this.#release.push(send);
    send();
    const fatal = this.#fatal.indexOf(name);
    if (fatal < 0) return;
    this.#fatal.splice(fatal, 1);
    this.kill(worker);
  }

  /** Workers that the library has not terminated. */
  get alive(): number {
    return this.started.length - this.#dead.size;
  }

  /** Calls of that name that the page has made. */
  calls(name: string): number {
    return this.#said.filter((said) => said === name).length;
  }

  /** The next call of that name kills its worker; called twice, the next two do. */
  killAt(name: string): void {
    this.#fatal.push(name);
  }

  /** As a crash would: nobody in the page is told. */
  kill(worker: Worker): void {
    Native.prototype.terminate.call(worker);
  }

  /** Keeps calls of that name back until `letGo`. */
  hold(name: string): void {
    this.#held = name;
  }

  letGo(): void {
    this.#held = null;
    for (const send of this.#release.splice(0)) send();
  }

  /** Gives the page its constructor back. */
  restore(): void {
    globalThis.Worker = Native;
  }
}
