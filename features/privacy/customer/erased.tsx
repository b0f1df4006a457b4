import type { Output } from '@axent/kernel/operation';
import { call } from '@axent/kernel/operation/client';
import {
  Button,
  EmptyState,
  icons,
  Page,
  ProblemState,
  Skeleton,
  Status,
  saveFile,
  useFormats,
  useResource,
  useSpeech,
  useText,
} from '@axent/ui';
import { erasure } from '../contract.closing.ts';
import { catalogue } from './text.ts';

type Erased = Output<typeof erasure>;

/** Fetches what there is by the ticket, and checks the proof here. */
async function look(ticket: string, language: 'en' | 'zh-CN' | 'de', signal: AbortSignal) {
  const found = await call(erasure, { ticket }, { language, signal });
  if (found.text === null) return { found, checked: null };
  const { verifyReceipt } = await import('@axent/kernel/ledger/verify');
  return { found, checked: await verifyReceipt(found.text, found.vkey) };
}

type Looked = Awaited<ReturnType<typeof look>>;

const ticket_pattern = /^[A-Za-z0-9_-]{32}$/;

/** The proof that an account was erased, for whoever kept the ticket: it stands behind the `#`, and is sent in a body. */
export function ErasedScreen() {
  const t = useText(catalogue);
  const language = useSpeech().language.value;
  const ticket = location.hash.slice(1);
  const whole = ticket_pattern.test(ticket);
  const loaded = useResource(
    (signal) => (whole ? look(ticket, language, signal) : Promise.resolve(null)),
    [ticket, language],
  );
  return (
    <Page title={t('erased')} lead={t('erased_lead')} ornament>
      {!whole && (
        <EmptyState title={t('erased_none')}>
          <p>{t('erased_none_text')}</p>
        </EmptyState>
      )}
      {whole && loaded.state === 'failed' && <ProblemState error={loaded.error} again={loaded.again} />}
      {whole && loaded.state === 'loading' && <Skeleton lines={3} />}
      {loaded.value && <Outcome looked={loaded.value} again={loaded.again} />}
    </Page>
  );
}

function Outcome({ looked, again }: { readonly looked: Looked; readonly again: () => void }) {
  const t = useText(catalogue);
  const { found, checked } = looked;
  if (found.state !== 'ready' || checked === null)
    return (
      <EmptyState
        title={t(found.state === 'waits' ? 'erased_waits' : 'erased_pending')}
        action={
          <Button kind="equal" onPress={again}>
            {t('erased_again')}
          </Button>
        }
      >
        <p>{t(found.state === 'waits' ? 'erased_waits_text' : 'erased_pending_text')}</p>
      </EmptyState>
    );
  return <Proved found={found} checked={checked} />;
}

interface ProvedProps {
  readonly found: Erased;
  readonly checked: NonNullable<Looked['checked']>;
}

function Proved({ found, checked }: ProvedProps) {
  const t = useText(catalogue);
  const formats = useFormats();
  const save = () => saveFile('axent-erased.tlog-proof', 'text/plain', found.text ?? '');
  return (
    <>
      <p role="status">
        <Status tone={checked.ok ? 'good' : 'wrong'}>
          {checked.ok ? t('erased_ready', { moment: formats.moment(checked.time) }) : t('erased_false')}
        </Status>
      </p>
      {checked.ok ? (
        <>
          <p>
            {t('erased_ready_text', {
              index: formats.number(checked.index + 1),
              size: formats.number(checked.size),
            })}
          </p>
        </>
      ) : (
        <p>{t('erased_false_text')}</p>
      )}
      <p>
        <Button kind="equal" icon={icons.download} onPress={save}>
          {t('erased_save')}
        </Button>
      </p>
    </>
  );
}
