import type { ChangeKey, PolicyShape } from '../shape.ts';
import { canonicalJson } from './canonical.ts';
import type { Change, ChangeClass } from './change.ts';
import { coversStorage, newFields } from './since.ts';

/** Changes of what cells are about: categories, messages, functions, recipients, and the limits of the whole. */
export function subjectChanges(before: PolicyShape, after: PolicyShape): Change[] {
  return [
    ...pairs(before.categories, after.categories).flatMap(([id, then, now]) => [
      ...listChange(then.fields ?? [], now.fields ?? [], 'fields_added', 'fields_removed').map((change) =>
        about(change, now.clause, { category: id }),
      ),
      ...(then.storage === now.storage
        ? []
        : [
            coversStorage(then.storage, now.storage)
              ? about({ class: 'narrowing', key: 'storage_closed' }, now.clause, { category: id })
              : about({ class: 'widening', key: 'storage_opened' }, now.clause, { category: id }),
          ]),
    ]),
    ...messageChanges(before, after),
    ...functionChanges(before, after),
    ...recipientChanges(before, after),
    ...copyChanges(before, after),
    ...limitChanges(before, after),
  ];
}

/** A purpose that begins to copy all that is stored holds what it did not hold before. */
function copyChanges(before: PolicyShape, after: PolicyShape): Change[] {
  return pairs(before.purposes, after.purposes).flatMap(([purpose, then, now]) => {
    if (then.copies === now.copies) return [];
    return now.copies === true
      ? [about({ class: 'widening', key: 'copying_added' }, now.clause, { purpose })]
      : [about({ class: 'narrowing', key: 'copying_removed' }, now.clause, { purpose })];
  });
}

interface Found {
  readonly class: ChangeClass;
  readonly key: ChangeKey;
  readonly args?: Readonly<Record<string, string | number>>;
}

function about(found: Found, clause: string, args: Readonly<Record<string, string | number>>): Change {
  return { class: found.class, key: found.key, clauses: [clause], args: { ...args, ...found.args } };
}

function pairs<T>(then: Readonly<Record<string, T>>, now: Readonly<Record<string, T>>): [string, T, T][] {
  return Object.entries(now).flatMap(([id, item]) => {
    const earlier = then[id];
    return earlier === undefined ? [] : [[id, earlier, item] as [string, T, T]];
  });
}

function listChange(
  then: readonly string[],
  now: readonly string[],
  wider: ChangeKey,
  narrower: ChangeKey,
): Found[] {
  const added = newFields(then, now);
  const removed = newFields(now, then);
  return [
    ...(added.length > 0
      ? [{ class: 'widening', key: wider, args: { fields: added.join(', ') } } as const]
      : []),
    ...(removed.length > 0
      ? [{ class: 'narrowing', key: narrower, args: { fields: removed.join(', ') } } as const]
      : []),
  ];
}

function flag(then: boolean, now: boolean, wider: ChangeKey, narrower: ChangeKey): Found[] {
  if (then === now) return [];
  return [now ? { class: 'widening', key: wider } : { class: 'narrowing', key: narrower }];
}

function messageChanges(before: PolicyShape, after: PolicyShape): Change[] {
  return pairs(before.messages, after.messages).flatMap(([id, then, now]) =>
    [
      ...flag(then.passes_switches, now.passes_switches, 'switches_passed', 'switches_respected'),
      ...flag(then.passes_quiet_hours, now.passes_quiet_hours, 'quiet_hours_passed', 'quiet_hours_respected'),
    ].map((found) => about(found, now.clause, { message: id })),
  );
}

function functionChanges(before: PolicyShape, after: PolicyShape): Change[] {
  return pairs(before.functions, after.functions).flatMap(([id, then, now]) =>
    [
      ...flag(
        then.kind === 'switch',
        now.kind === 'switch',
        'function_became_switch',
        'switch_became_function',
      ),
      ...flag(!then.gpc, !now.gpc, 'gpc_passed', 'gpc_respected'),
    ].map((found) => about(found, now.clause, { function: id })),
  );
}

function recipientChanges(before: PolicyShape, after: PolicyShape): Change[] {
  const came = Object.entries(after.recipients)
    .filter(([id]) => !before.recipients[id])
    .map(([id, now]) => about({ class: 'widening', key: 'recipient_added' }, now.clause, { recipient: id }));
  const went = Object.entries(before.recipients)
    .filter(([id]) => !after.recipients[id])
    .map(([id, then]) =>
      about({ class: 'narrowing', key: 'recipient_removed' }, then.clause, { recipient: id }),
    );
  const changed = pairs(before.recipients, after.recipients).flatMap(([id, then, now]) =>
    listChange(then.categories, now.categories, 'recipient_sees_more', 'recipient_sees_less').map((found) =>
      about(found, now.clause, { recipient: id }),
    ),
  );
  return [...came, ...went, ...changed, ...exceptionChanges(before, after)];
}

function exceptionChanges(before: PolicyShape, after: PolicyShape): Change[] {
  const rules = (policy: PolicyShape) =>
    new Map(
      Object.entries(policy.exceptions).flatMap(([id, ground]) => [
        [id, ground.clause] as const,
        ...(ground.matter === undefined
          ? []
          : [[`${id} matter ${canonicalJson(ground.matter)}`, ground.clause] as const]),
        ...ground.standing.map((rule) => [`${id} ${canonicalJson(rule)}`, ground.clause] as const),
      ]),
    );
  const [then, now] = [rules(before), rules(after)];
  return [
    ...[...now]
      .filter(([key]) => !then.has(key))
      .map(([, clause]) => about({ class: 'widening', key: 'exception_added' }, clause, { clause })),
    ...[...then]
      .filter(([key]) => !now.has(key))
      .map(([, clause]) => about({ class: 'narrowing', key: 'exception_removed' }, clause, { clause })),
  ];
}

function limitChanges(before: PolicyShape, after: PolicyShape): Change[] {
  const days = { from: before.withheld_days, to: after.withheld_days };
  const years = { before: before.minimum_age, after: after.minimum_age };
  return [
    ...(days.from === days.to
      ? []
      : [
          days.to > days.from
            ? about({ class: 'widening', key: 'withheld_longer' }, 'F.close', days)
            : about({ class: 'narrowing', key: 'withheld_shorter' }, 'F.close', days),
        ]),
    ...(years.before === years.after
      ? []
      : [
          years.after < years.before
            ? about({ class: 'widening', key: 'age_lowered' }, 'G.accept', years)
            : about({ class: 'narrowing', key: 'age_raised' }, 'G.accept', years),
        ]),
  ];
}
