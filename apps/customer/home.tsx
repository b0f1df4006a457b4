import { Card, icons, Page, Row, Rows, useText } from '@axent/ui';
import { catalogue } from './words.ts';

/** After accepting: the reasons why people come, and what they may close at any time. */
export function Home({ changed }: { readonly changed: 'changed' | 'grown' | null }) {
  const t = useText(catalogue);
  return (
    <Page title={t('home_title')} ornament>
      {changed && (
        <Card tone="water">
          <p>
            {t(changed)} <a href="/notice">{t('changed_see')}</a>
          </p>
        </Card>
      )}
      <Rows>
        <Row href="/stores" icon={icons.position} title={t('home_stores')} detail={t('home_stores_detail')} />
        <Row href="/privacy" icon={icons.person} title={t('home_data')} detail={t('home_data_detail')} />
        <Row href="/privacy/open" icon={icons.opened} title={t('home_open')} detail={t('home_open_detail')} />
        <Row href="/notice" icon={icons.drop} title={t('home_notice')} detail={t('home_notice_detail')} />
      </Rows>
    </Page>
  );
}
