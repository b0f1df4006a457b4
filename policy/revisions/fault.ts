import { laws } from '../laws.ts';
import type { Language, NoticeWords, PolicyShape, UseShape } from '../shape.ts';
import { faultWords } from './fault.words.ts';

/** Days for which fault information is kept. */
const kept_days = 730;

/**
 * A later policy of the same brand: products report faults, a fifth kind of data (fault code, bar code, software
 * version), used for the service, for customer service and for safe products. It widens the policy it is given.
 */
export function withFault(policy: PolicyShape): PolicyShape {
  const collects: UseShape = { clause: 'C.fault', basis: laws.contract, retention_days: kept_days };
  const reads = (clause: string, basis: UseShape['basis']): UseShape => ({
    clause,
    basis,
    retention_days: kept_days,
  });
  return {
    ...policy,
    revision: `${policy.revision}+fault`,
    clauses: insertAfter(policy.clauses, 'C.credentials', 'C.fault', {
      chapter: 'C',
      built: 'whole',
      unbuilt: [],
    }),
    categories: {
      ...policy.categories,
      fault: {
        clause: 'C.fault',
        dpv: 'pd:DeviceBased',
        storage: 'sealed',
        sensitive: [],
        fields: ['fault_code', 'bar_code', 'software_version'],
      },
    },
    collect: added(policy.collect, {
      service: collects,
      support: collects,
      protect: { ...collects, basis: laws.safety },
    }),
    read: added(policy.read, {
      service: reads('U.service', laws.contract),
      support: reads('U.support', laws.contract),
      protect: reads('U.protect', laws.safety),
      rights: reads('U.rights', laws.rights),
    }),
  };
}

/** The words that go with it. */
export function withFaultWords(
  notices: Readonly<Record<Language, NoticeWords>>,
): Record<Language, NoticeWords> {
  const widened = (language: Language): NoticeWords => {
    const words = notices[language];
    const fault = faultWords[language];
    return {
      ...words,
      clauses: insertAfter(words.clauses, 'C.credentials', 'C.fault', fault.clause),
      categories: { ...words.categories, fault: fault.category },
      holds: { ...words.holds, fault: fault.holds },
    };
  };
  return { en: widened('en'), 'zh-CN': widened('zh-CN'), de: widened('de') };
}

function added(
  cells: PolicyShape['collect'],
  uses: Readonly<Record<string, UseShape>>,
): PolicyShape['collect'] {
  const widened = Object.entries(uses).map(([purpose, fault]) => [purpose, { ...cells[purpose], fault }]);
  return { ...cells, ...Object.fromEntries(widened) };
}

/** The order of clauses is the order in which people read them. */
function insertAfter<T>(
  record: Readonly<Record<string, T>>,
  place: string,
  key: string,
  value: T,
): Record<string, T> {
  return Object.fromEntries(
    Object.entries(record).flatMap(([id, item]) =>
      id === place
        ? [
            [id, item],
            [key, value],
          ]
        : [[id, item]],
    ),
  );
}
