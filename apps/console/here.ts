import type { Output } from '@axent/kernel/operation';
import { call } from '@axent/kernel/operation/client';
import { show } from '@axent/staff/contract';
import { codeOf } from '@axent/ui';
import { type Signal, signal } from '@preact/signals';

type Staff = Output<typeof show>;

/** `stranger`: signed in, but not as staff. */
type Who =
  | { readonly state: 'unknown'; readonly error: unknown }
  | { readonly state: 'visitor' }
  | { readonly state: 'stranger' }
  | { readonly state: 'staff'; readonly staff: Staff };

/** Who sits at this console, and whether they are asked to confirm it. */
export interface Here {
  readonly who: Signal<Who>;
  readonly load: () => Promise<void>;
  readonly confirming: Signal<boolean>;
  /** Asks for a fresh sign-in; resolves to whether it was given. */
  readonly confirm: () => Promise<boolean>;
  readonly confirmed: (given: boolean) => void;
}

export function createHere(): Here {
  const who = signal<Who>({ state: 'unknown', error: null });
  const confirming = signal(false);
  let waiting: (given: boolean) => void = () => undefined;
  return {
    who,
    confirming,
    async load() {
      try {
        who.value = { state: 'staff', staff: await call(show, {}) };
      } catch (error) {
        const code = codeOf(error);
        if (code === 'not_signed_in') who.value = { state: 'visitor' };
        else if (code === 'not_allowed') who.value = { state: 'stranger' };
        else who.value = { state: 'unknown', error };
      }
    },
    confirm() {
      confirming.value = true;
      return new Promise((resolve) => {
        waiting = resolve;
      });
    },
    confirmed(given) {
      confirming.value = false;
      waiting(given);
      waiting = () => undefined;
    },
  };
}
