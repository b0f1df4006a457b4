import { type Carrier, type RequestFacts, unwatched, type Watch } from '@axent/kernel';
import type { Counts } from './counts.ts';
import type { Tracing } from './tracing.ts';

interface JobRun {
  readonly every_ms: number;
  /** Of the last run that ended well, or of the start; on a clock that nobody sets. */
  readonly ended_ms: number;
  /** Unix seconds; null: none ended well yet. */
  readonly at_s: number | null;
}

/** Three missed turns, and a minute for the work itself. */
const late_turns = 3;
const work_ms = 60_000;

/** Looks on while this server works; what it learns goes to the metrics and the traces, as far as they are on. */
export class Observer {
  readonly #clock: () => number;
  readonly #counts: Counts | null;
  readonly #tracing: Tracing | null;
  readonly #jobs = new Map<string, JobRun>();
  readonly watch: Watch;

  constructor(clock: () => number, counts: Counts | null = null, tracing: Tracing | null = null) {
    this.#clock = clock;
    this.#counts = counts;
    this.#tracing = tracing;
    this.watch = {
      decided: (clause, allowed) => counts?.decided(clause, allowed),
      part: tracing?.part ?? unwatched.part,
    };
  }

  noteRequest(facts: RequestFacts): void {
    this.#counts?.request(facts.operation, facts.status, facts.duration_ms);
    this.#tracing?.visited(facts);
  }

  /** Once when a job is set up, and after each run that ended well. */
  noteJob(name: string, every_ms: number): void {
    const known = this.#jobs.has(name);
    const at_s = known ? Math.round(this.#clock() / 1000) : null;
    this.#jobs.set(name, { every_ms, ended_ms: performance.now(), at_s });
  }

  /** When each job last ended well, in Unix seconds; those that have not yet are left out. */
  get jobs(): readonly { readonly name: string; readonly at_s: number }[] {
    return [...this.#jobs].flatMap(([name, { at_s }]) => (at_s === null ? [] : [{ name, at_s }]));
  }

  get lateJobs(): readonly string[] {
    const now = performance.now();
    return [...this.#jobs]
      .filter(([, { every_ms, ended_ms }]) => now - ended_ms > late_turns * every_ms + work_ms)
      .map(([name]) => name);
  }

  /** The same carrier, each of its tries counted and traced. */
  carrier(carrier: Carrier): Carrier {
    const { id, channel } = carrier;
    const carry: Carrier['carry'] = (message) =>
      this.watch.part(`carry ${channel}`, async (note) => {
        note('channel', channel);
        note('carrier', id);
        try {
          const taken = await carrier.carry(message);
          this.#counts?.carried(id, channel, true);
          return taken;
        } catch (error) {
          this.#counts?.carried(id, channel, false);
          throw error;
        }
      });
    return { ...carrier, carry };
  }
}
