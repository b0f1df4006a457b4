import { Facts, Page, ProblemState, Skeleton, useText } from '@axent/ui';
import type { Notice } from './clause.tsx';
import { catalogue } from './text.ts';

interface ImprintProps {
  readonly notice: Notice | null;
  readonly error: unknown;
  readonly reload: () => Promise<void>;
}

export function ImprintScreen({ notice, error, reload }: ImprintProps) {
  const t = useText(catalogue);
  return (
    <Page title={t('imprint')} lead={t('imprint_lead')}>
      {!notice && (error ? <ProblemState error={error} again={() => void reload()} /> : <Skeleton />)}
      {notice && (
        <Facts
          facts={[
            [t('controller'), notice.controller.name],
            [t('address'), notice.controller.address],
            [t('contact'), notice.controller.contact],
            [t('imprint'), notice.controller.imprint],
          ]}
        />
      )}
    </Page>
  );
}
