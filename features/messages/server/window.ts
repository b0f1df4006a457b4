import { CarrierFailure } from '@axent/kernel';

/** Whoever waits for longer has not been sent, and may go by another carrier. */
const wait_ms = 20_000;
const again_ms = 1_000;

/** Lets so many pieces of work run at once; the others wait in the order in which they came, for a while. */
export class Window {
  #free: number;
  readonly #waiting: (() => void)[] = [];

  constructor(size: number) {
    this.#free = size;
  }

  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.#free > 0) this.#free -= 1;
    else await this.#turn();
    try {
      return await work();
    } finally {
      const next = this.#waiting.shift();
      if (next === undefined) this.#free += 1;
      else next();
    }
  }

  #turn(): Promise<void> {
    return new Promise((resolve, reject) => {
      const turn = () => {
        clearTimeout(limit);
        resolve();
      };
      const limit = setTimeout(() => {
        this.#waiting.splice(this.#waiting.indexOf(turn), 1);
        reject(new CarrierFailure('throttled', 'WINDOW_FULL', again_ms));
      }, wait_ms);
      this.#waiting.push(turn);
    });
  }
}
