import type { Output } from '@axent/kernel/operation';
import { call } from '@axent/kernel/operation/client';
import * as notice from '@axent/notice/contract';
import { type Resource, useResource, useSpeech } from '@axent/ui';

interface Accepting {
  readonly notice: Output<typeof notice.show>;
  /** Whether accepting is asked of this visitor before anything else. */
  readonly asked: boolean;
}

/** The notice in force and whether it waits to be accepted. */
export function useNotice(): Resource<Accepting> & { again(): void } {
  const language = useSpeech().language.value;
  return useResource(
    async (signal) => {
      const options = { language, signal };
      const [shown, state] = await Promise.all([
        call(notice.show, { language }, options),
        call(notice.state, { language }, options),
      ]);
      return { notice: shown, asked: state.asks === 'accept' || state.asks === 'accept_anew' };
    },
    [language],
  );
}

/** Accepts exactly what was shown. */
export async function acceptShown({ notice: shown, asked }: Accepting): Promise<void> {
  if (!asked) return;
  const { language, version, text_hash, settings_hash } = shown;
  await call(notice.accept, { language, hash: version.hash, text_hash, settings_hash }, { language });
}
