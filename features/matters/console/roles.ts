import { useText } from '@axent/ui';
import { catalogue } from './text.ts';

/** Roles in words; one that no matter is for yet keeps its own name, readable. */
export function useRoles(): (role: string) => string {
  const t = useText(catalogue);
  return (role) =>
    role === 'privacy_officer' || role === 'security' ? t(`role_${role}`) : role.replaceAll('_', ' ');
}
