import * as account from '@axent/account/contract';
import { createOpenings, type Openings } from '@axent/functions/customer';
import type { Output } from '@axent/kernel/operation';
import { call } from '@axent/kernel/operation/client';
import * as notice from '@axent/notice/contract';
import type { Notice, NoticeState } from '@axent/notice/customer';
import type { Speech } from '@axent/ui';
import { type Signal, signal } from '@preact/signals';

type Account = Output<typeof account.show>;

/** What the app knows of this visit: the notice in force, what was accepted, who is here, what is open. */
export interface Here {
  readonly notice: Signal<Notice | null>;
  readonly state: Signal<NoticeState | null>;
  readonly account: Signal<Account | null>;
  /** Why something of it could not be fetched. */
  readonly error: Signal<unknown>;
  readonly openings: Openings;
  /** Fetches everything anew in the language in use; after accepting, signing in or out, or a switch of language. */
  readonly load: () => Promise<void>;
  /** Signs out here, so that the sign-in stands in the place of what asked for a fresh one. */
  readonly signInAgain: () => Promise<void>;
  /** True when nothing is asked before the app goes on. */
  readonly accepted: () => boolean;
  /** Version whose acceptance the person put off in this visit. */
  readonly put_off: Signal<number | null>;
}

export function createHere(speech: Speech): Here {
  const here: Omit<Here, 'openings' | 'load' | 'signInAgain' | 'accepted' | 'put_off'> = {
    notice: signal(null),
    state: signal(null),
    account: signal(null),
    error: signal(null),
  };
  const openings = createOpenings(() => {
    const shown = here.notice.value;
    if (!shown) return null;
    const { version, prompt_hashes, language, prompts } = shown;
    return { hash: version.hash, prompt_hashes, language, prompts };
  });
  const accepted = () => here.state.value?.accepted != null && here.state.value.asks !== 'accept';
  return {
    ...here,
    openings,
    accepted,
    put_off: signal(null),
    async signInAgain() {
      await call(account.signOut, {}, { language: speech.language.value });
      await this.load();
    },
    async load() {
      const language = speech.language.value;
      const options = { language };
      try {
        const [shown, state, who] = await Promise.all([
          call(notice.show, { language }, options),
          call(notice.state, { language }, options),
          call(account.show, {}, options),
        ]);
        here.notice.value = shown;
        here.state.value = state;
        here.account.value = who;
        if (accepted() && who.erased_at === null) await openings.load();
        else openings.forget();
        here.error.value = null;
      } catch (error) {
        here.error.value = error;
      }
    },
  };
}
