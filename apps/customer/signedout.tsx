import { LinkButton, Page, useText } from '@axent/ui';
import { catalogue } from './words.ts';

/** Where signing out leads: it says that it happened, before anything is asked anew. */
export function SignedOut() {
  const t = useText(catalogue);
  return (
    <Page title={t('signed_out')} lead={t('signed_out_lead')} ornament>
      <p>
        <LinkButton kind="equal" href="/">
          {t('missing_home')}
        </LinkButton>
      </p>
    </Page>
  );
}
