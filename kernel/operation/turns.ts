import { availableParallelism } from 'node:os';
import { problem } from './problem.ts';

/** More than these would wait for longer than anybody does. */
const waiting_at_most = 300;

/**
 * Operations that keep a core busy for tens of milliseconds take turns: as many at once as there are cores but one,
 * so that the others are answered meanwhile. Whoever waits holds no connection.
 */
export class Turns {
  readonly #waiting: (() => void)[] = [];
  #free: number;

  constructor(at_once = Math.max(1, availableParallelism() - 1)) {
    this.#free = at_once;
  }

  async take<T>(work: () => Promise<T>): Promise<T> {
    if (this.#free > 0) this.#free -= 1;
    else await this.#wait();
    try {
      return await work();
    } finally {
      const next = this.#waiting.shift();
      if (next === undefined) this.#free += 1;
      else next();
    }
  }

  async #wait(): Promise<void> {
    if (this.#waiting.length >= waiting_at_most) throw problem('busy', {}, 503);
    await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }
}
