import { signOut } from '@axent/account/contract';
import { call } from '@axent/kernel/operation/client';
import { Button, LinkButton, Pair, useText } from '@axent/ui';
import { Gate } from './gate.tsx';
import { catalogue } from './text.ts';

/** A customer who came here by mistake. */
export function StrangerScreen({ onLeft }: { readonly onLeft: () => void }) {
  const t = useText(catalogue);
  const brand = document.documentElement.dataset.brand ?? '';
  return (
    <Gate title={t('stranger', { brand })} lead={t('stranger_lead')}>
      <Pair>
        <LinkButton kind="equal" href="/">
          {t('stranger_app')}
        </LinkButton>
        <Button kind="equal" onPress={() => void call(signOut, {}).then(onLeft)}>
          {t('sign_out')}
        </Button>
      </Pair>
    </Gate>
  );
}
