const often_ms = 5_000;
const soon_ms = 200;

/** Work at intervals, one run at a time, and at once when woken. A failing run is reported and tried again. */
export class Worker {
  readonly #every_ms: number;
  readonly #work: () => Promise<unknown>;
  readonly #onError: (error: Error) => void;
  #timer: NodeJS.Timeout | null = null;
  #running: Promise<void> | null = null;
  #again = false;
  #stopped = false;
  readonly name: string;

  constructor(name: string, every_ms: number, work: () => Promise<unknown>, onError: (error: Error) => void) {
    this.name = name;
    this.#every_ms = every_ms;
    this.#work = work;
    this.#onError = onError;
    // What is done often is done soon: something may wait since before the start.
    this.#schedule(every_ms <= often_ms ? Math.min(every_ms, soon_ms) : every_ms);
  }

  wake(): void {
    if (this.#running !== null) this.#again = true;
    else this.#schedule(0);
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    if (this.#timer !== null) clearTimeout(this.#timer);
    await this.#running;
  }

  #schedule(delay_ms: number): void {
    if (this.#stopped) return;
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#timer = null;
      this.#running = this.#run();
    }, delay_ms);
  }

  async #run(): Promise<void> {
    try {
      await this.#work();
    } catch (error) {
      this.#onError(error as Error);
    }
    this.#running = null;
    const again = this.#again;
    this.#again = false;
    this.#schedule(again ? 0 : this.#every_ms);
  }
}
