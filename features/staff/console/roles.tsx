import { useText } from '@axent/ui';
import { type StaffRole, staffRoles } from '../contract.ts';
import styles from './staff.module.css';
import { catalogue } from './text.ts';

const known = (roles: readonly string[]): readonly StaffRole[] =>
  staffRoles.filter((role) => roles.includes(role));

/** What the first of somebody's roles is called; null: none is known. */
export function useRoleName(roles: readonly string[]): string | null {
  const t = useText(catalogue);
  const [role] = known(roles);
  return role === undefined ? null : t(`role_${role}`);
}

/** What each of somebody's roles is for, and what of it is built. */
export function OwnRoles({ roles }: { readonly roles: readonly string[] }) {
  const t = useText(catalogue);
  return (
    <dl class={styles.roles} aria-label={t('own_role')}>
      {known(roles).map((role) => (
        <div key={role}>
          <dt>{t(`role_${role}`)}</dt>
          <dd>{t(`does_${role}`)}</dd>
        </div>
      ))}
    </dl>
  );
}
