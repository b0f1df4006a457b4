import { randomBytes } from 'node:crypto';
import type { Use } from '@axent/kernel';
import * as storage from './storage.ts';

const salt_bytes = 32;
const day_ms = 86_400_000;

export interface Salt {
  readonly day: string;
  readonly salt: string;
}

/** What fingerprints of a day are made with. Kept in memory for today and the day before: every decision asks. */
export class Salts {
  #known: ReadonlyMap<string, string> = new Map();

  /**
   * Of the days that lie within `window_ms` before now, the newest first. Asked once in a transaction: a salt that it
   * made itself is remembered only when another has read it, and so when it is committed.
   */
  async of(use: Use<'fraud'>, now: Date, window_ms: number): Promise<readonly Salt[]> {
    const today = dayOf(now);
    const days = [...new Set([today, dayOf(new Date(now.getTime() - window_ms))])];
    const salts: Salt[] = [];
    for (const day of days) {
      const salt = this.#known.get(day) ?? (await this.#ask(use, day, day === today));
      if (salt !== null) salts.push({ day, salt });
    }
    return salts;
  }

  /** Nothing was counted on a day without a salt; only today's is made. */
  async #ask(use: Use<'fraud'>, day: string, make: boolean): Promise<string | null> {
    const found = await storage.saltOf(use, day);
    if (found !== null) {
      const kept = [...this.#known].filter(([one]) => one >= yesterdayOf(day));
      this.#known = new Map([...kept, [day, found.toString('hex')]]);
      return found.toString('hex');
    }
    if (!make) return null;
    const made = await storage.makeSalt(use, day, randomBytes(salt_bytes));
    return made.toString('hex');
  }
}

export const dayOf = (at: Date): string => at.toISOString().slice(0, 10);
const yesterdayOf = (day: string): string => dayOf(new Date(Date.parse(day) - day_ms));
