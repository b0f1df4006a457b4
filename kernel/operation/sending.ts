import type { MessageShape } from '@axent/policy/shape';
import { type Connection, statement } from '../database/rows.ts';
import { isTooMany } from '../message/frequency.ts';
import { quietUntil } from '../message/quiet.ts';
import type { PersonId } from '../vault/identifier.ts';
import type { Addressee } from './addressee.ts';
import type { Kernel, Outgoing } from './parts.ts';
import type { Recorder } from './recorder.ts';
import type { Carried, Sending } from './use.ts';

/** Messages of one transaction, gathered and queued together. */
export class Sendings {
  readonly #kernel: Kernel;
  readonly #client: Connection;
  readonly #recorder: Recorder;
  #waiting: Outgoing[] = [];
  #counted: { readonly person: PersonId; readonly message: string }[] = [];
  /** The same, by person and message: how many. */
  readonly #today = new Map<string, number>();

  constructor(kernel: Kernel, client: Connection, recorder: Recorder) {
    this.#kernel = kernel;
    this.#client = client;
    this.#recorder = recorder;
  }

  /** To somebody who is no known person: whoever asked for it waits for it. */
  add(message: string, contents: readonly Carried[]): Sending {
    const at = this.#kernel.clock();
    for (const content of contents) this.#waiting.push({ message, person: null, content, at });
    return 'queued';
  }

  /** To a person, as the policy lets this kind of message. */
  addFor(
    { person, quiet, sent }: Addressee,
    message: string,
    shape: MessageShape | undefined,
    contents: readonly Carried[],
  ): Sending {
    const key = `${person}|${message}`;
    const counted = this.#today.get(key) ?? 0;
    const today = (sent[message] ?? 0) + counted;
    if (isTooMany(message, today)) return 'too_many';
    const now_ms = this.#kernel.clock();
    const respects = shape?.passes_quiet_hours !== true;
    const at = respects ? quietUntil(quiet, now_ms, this.#kernel.timeZone) : now_ms;
    for (const content of contents) {
      // Whoever delivers looks once more: a message that was tried in vain must not arrive in the night.
      this.#waiting.push({ message, person, content: respects ? { ...content, quiet } : content, at });
    }
    this.#counted.push({ person, message });
    this.#today.set(key, counted + 1);
    return at > now_ms ? 'held' : 'queued';
  }

  async flush(): Promise<void> {
    const [waiting, counted] = [this.#waiting, this.#counted];
    this.#waiting = [];
    this.#counted = [];
    if (counted.length > 0) {
      const people = counted.map(({ person }) => person);
      const messages = counted.map(({ message }) => message);
      await this.#client.query(
        statement('select kernel.count_messages($1::uuid[], $2::text[], $3::date)', [
          people,
          messages,
          dayOf(this.#kernel.clock()),
        ]),
      );
    }
    if (waiting.length > 0) await this.#kernel.queueMessages(this.#client, this.#recorder, waiting);
  }
}

/** The ISO date in UTC. */
export function dayOf(now_ms: number): string {
  return new Date(now_ms).toISOString().slice(0, 10);
}
