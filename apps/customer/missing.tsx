import { LinkButton, Page, useText } from '@axent/ui';
import { catalogue } from './words.ts';

export function Missing() {
  const t = useText(catalogue);
  return (
    <Page title={t('missing')} lead={t('missing_lead')}>
      <p>
        <LinkButton kind="equal" href="/">
          {t('missing_home')}
        </LinkButton>
      </p>
    </Page>
  );
}
