import type { SourceFile } from './tree.ts';

export interface Project {
  readonly root: string;
  readonly files: readonly SourceFile[];
  /** Text of the lock file. */
  readonly lock: string;
  /** Folder of the installed programs and their settings; another one than `root` when a planted tree is judged. */
  readonly tools: string;
}

export interface Verdict {
  /** What was looked at, for the one line that is printed: "312 files". */
  readonly seen: string;
  /** What is wrong, one line each; empty: the guard is content. */
  readonly wrong: readonly string[];
  /** Worth knowing, not wrong. */
  readonly notes?: readonly string[];
}

/** One thing that the check looks after. */
export interface Guard {
  readonly name: string;
  readonly judge: (project: Project) => Verdict | Promise<Verdict>;
}
