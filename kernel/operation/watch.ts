/** What may be said of a part of the work: names and numbers of our own, never a value of anybody's. */
export type Trait = 'purpose' | 'status' | 'channel' | 'carrier' | 'failure';

export type Note = (trait: Trait, value: string | number) => void;

/** Who looks on while the kernel works. It learns names, clauses and durations, and nothing that was handled. */
export interface Watch {
  /** A use was decided by this clause. */
  readonly decided: (clause: string, allowed: boolean) => void;
  /** Does the work as one part of what is being done, under a fixed name. */
  readonly part: <R>(name: string, work: (note: Note) => Promise<R>) => Promise<R>;
}

const silent: Note = () => undefined;

/** Nobody looks on. */
export const unwatched: Watch = {
  decided: () => undefined,
  part: (_name, work) => work(silent),
};
