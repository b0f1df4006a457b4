import { Facts, icons, LinkButton, Page, useText } from '@axent/ui';
import { catalogue } from './text.ts';

interface OfficerScreenProps {
  readonly controller: {
    readonly name: string;
    readonly address: string;
    readonly contact: string;
    readonly authority: string;
  };
}

const address = /[^\s<>]+@[^\s<>]+/;

/** How to reach the privacy officer, and who stands above. */
export function OfficerScreen({ controller }: OfficerScreenProps) {
  const t = useText(catalogue);
  const mail = address.exec(controller.contact)?.[0];
  return (
    <Page title={t('officer')} lead={t('officer_lead')} up={{ href: '/privacy', label: t('up') }}>
      <p>{t('officer_what')}</p>
      <p>
        <LinkButton href="/privacy/requests" icon={icons.pen}>
          {t('officer_ask')}
        </LinkButton>
      </p>
      {mail && (
        <p>
          <LinkButton kind="equal" href={`mailto:${mail}`} icon={icons.mail}>
            {t('officer_write')}
          </LinkButton>
        </p>
      )}
      <Facts
        facts={[
          [t('officer'), controller.contact],
          [t('officer_responsible'), `${controller.name}, ${controller.address}`],
          [t('officer_authority'), controller.authority],
        ]}
      />
    </Page>
  );
}
