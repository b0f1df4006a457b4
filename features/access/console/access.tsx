import { useText } from '@axent/ui';
import { Desk } from '@axent/ui/console';
import { useState } from 'preact/hooks';
import { history, premisesList, staff } from '../contract.ts';
import styles from './access.module.css';
import { History } from './history.tsx';
import { Mine } from './mine.tsx';
import { Premises } from './premises.tsx';
import { Reviews } from './reviews.tsx';
import { catalogue } from './text.ts';

interface AccessProps {
  readonly roles: readonly string[];
  /** Asks for a fresh sign-in; true when it was given. */
  readonly confirm: () => Promise<boolean>;
}

/** Who works here: looked at again, trained, and what is seen to in rooms and on machines. */
export function AccessScreen({ roles, confirm }: AccessProps) {
  const t = useText(catalogue);
  const may = ({ actors }: { readonly actors: readonly string[] }) =>
    actors.some((actor) => roles.includes(actor));
  const [acts, setActs] = useState(0);
  const onAct = () => setActs((before) => before + 1);
  return (
    <Desk title={t('access')} lead={t('access_lead')}>
      <div class={styles.stack}>
        {may(staff) && <Reviews acts={acts} confirm={confirm} onAct={onAct} />}
        <Mine onAct={onAct} />
        {may(premisesList) && <Premises onAct={onAct} />}
        {may(history) && <History acts={acts} />}
      </div>
    </Desk>
  );
}
