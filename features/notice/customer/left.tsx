import { LinkButton, Page, useText } from '@axent/ui';
import { catalogue } from './text.ts';

/** Where declining leads: out, with nothing kept. */
export function LeftScreen() {
  const t = useText(catalogue);
  return (
    <Page title={t('left_title')} lead={t('left_text')} ornament>
      <p>{t('left_again')}</p>
      <p>
        <LinkButton kind="quiet" href="/notice">
          {t('left_back')}
        </LinkButton>
      </p>
    </Page>
  );
}
