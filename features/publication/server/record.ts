import { implement } from '@axent/kernel';
import type { OperatorSettings } from '@axent/policy/compile';
import { processingRecord } from '@axent/policy/export';
import { record as contract } from '../contract.ts';

/** From the policy in force and the operator's settings; nothing of it is written down a second time. */
export function recordOperation(operator: OperatorSettings, area: 'eu_ch' | 'cn') {
  return implement(contract, async ({ policy }, { language }) => {
    const { sequence, revision, hash, published_at, compiled } = policy;
    const { activities, measures } = processingRecord(compiled, compiled.notices[language]);
    const { name, address, contact, representative, authority } = operator;
    return {
      version: { sequence, revision, hash, published_at: published_at.toISOString() },
      controller: { name, address, contact, representative, authority },
      area,
      activities: activities.map((activity) => ({
        ...activity,
        concerned: [...activity.concerned],
        roles: [...activity.roles],
        recipients: [...activity.recipients],
        assessments: [...activity.assessments],
        data: activity.data.map((one) => ({
          ...one,
          sensitive: [...one.sensitive],
          verbs: [...one.verbs],
        })),
      })),
      measures: [...measures],
    };
  });
}
