import { call } from '@axent/kernel/operation/client';
import { useResource, useSpeech } from '@axent/ui';
import { show } from '../contract.ts';
import { NoticeScreen, type NoticeScreenProps } from './notice.tsx';

/** A version that was in force before, to read only. */
export function EarlierScreen({
  sequence,
  ...props
}: Omit<NoticeScreenProps, 'notice' | 'error'> & { readonly sequence: number }) {
  const language = useSpeech().language.value;
  const loaded = useResource(
    (signal) => call(show, { language, sequence }, { language, signal }),
    [language, sequence],
  );
  return (
    <NoticeScreen {...props} notice={loaded.value} error={loaded.error} reload={async () => loaded.again()} />
  );
}
