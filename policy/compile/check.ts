import { legalAreas, type PolicyShape, type UseShape } from '../shape.ts';
import { coversRetention } from './since.ts';

/** A policy that names what it does not define. Its message says where. */
export class PolicyError extends Error {
  override readonly name = 'PolicyError';
}

/**
 * Throws a PolicyError that lists every broken reference: a clause, category, purpose or function that is named
 * but not defined, a fleeting category that is kept, a stored one that is not, a whole clause with parts missing.
 */
export function checkPolicy(policy: PolicyShape): void {
  const problems = [
    ...clauseProblems(policy),
    ...referenceProblems(policy),
    ...useProblems(policy, 'collect'),
    ...useProblems(policy, 'read'),
    ...copyProblems(policy),
    ...messageProblems(policy),
    ...exceptionProblems(policy),
    ...recipientProblems(policy),
    ...matterProblems(policy),
  ];
  if (problems.length > 0) {
    throw new PolicyError(`policy ${policy.revision} does not hold together:\n- ${problems.join('\n- ')}`);
  }
}

function clauseProblems(policy: PolicyShape): string[] {
  return Object.entries(policy.clauses).flatMap(([id, clause]) => {
    if (!id.startsWith(`${clause.chapter}.`)) return [`clause ${id} is in chapter ${clause.chapter}`];
    if (clause.built === 'whole' && clause.unbuilt.length > 0)
      return [`clause ${id} is whole, yet parts are unbuilt`];
    if (clause.built === 'partly' && clause.unbuilt.length === 0)
      return [`clause ${id} is partly built: name the rest`];
    return [];
  });
}

function referenceProblems(policy: PolicyShape): string[] {
  const groups = {
    category: policy.categories,
    purpose: policy.purposes,
    function: policy.functions,
    recipient: policy.recipients,
  };
  return Object.entries(groups).flatMap(([kind, group]) =>
    Object.entries(group)
      .filter(([, item]) => !policy.clauses[item.clause])
      .map(([id, item]) => `${kind} ${id} stands on clause ${item.clause}, which is not there`),
  );
}

function useProblems(policy: PolicyShape, verb: 'collect' | 'read'): string[] {
  return Object.entries(policy[verb]).flatMap(([purpose, uses]) => {
    if (!policy.purposes[purpose]) return [`${verb} names purpose ${purpose}, which is not there`];
    return Object.entries(uses).flatMap(([category, use]) =>
      cellProblems(policy, purpose, category, use).map((text) => `${verb}.${purpose}.${category}: ${text}`),
    );
  });
}

/** Whoever holds all rows must be able to open none. */
function copyProblems(policy: PolicyShape): string[] {
  return Object.entries(policy.purposes)
    .filter(([purpose, { copies }]) => copies === true && hasUses(policy, purpose))
    .map(([purpose]) => `purpose ${purpose} copies what is stored, so it collects and reads nothing`);
}

function hasUses(policy: PolicyShape, purpose: string): boolean {
  return [policy.collect[purpose], policy.read[purpose]].some((uses) => Object.keys(uses ?? {}).length > 0);
}

function cellProblems(policy: PolicyShape, purpose: string, category: string, use: UseShape): string[] {
  const problems: string[] = [];
  const stored = policy.categories[category];
  if (!stored) problems.push(`category ${category} is not there`);
  else if ((stored.storage === 'fleeting') !== (use.retention_days === 0)) {
    problems.push(
      stored.storage === 'fleeting' ? 'a fleeting category is never kept' : 'kept for 0 days, yet stored',
    );
  }
  if (!policy.clauses[use.clause]) problems.push(`clause ${use.clause} is not there`);
  for (const name of [...(use.function === undefined ? [] : [use.function]), ...(use.or_functions ?? [])]) {
    if (!policy.functions[name]) problems.push(`function ${name} is not there`);
  }
  if (use.ground !== undefined) problems.push(...groundProblems(policy, purpose, category, use, use.ground));
  if (use.unbuilt === true && !namesMissing(policy, purpose, category, use))
    problems.push('it is unbuilt, yet no clause that it stands on names anything as missing');
  const strangers = (use.actors ?? []).filter((actor) => !policy.purposes[purpose]?.actors.includes(actor));
  if (strangers.length > 0) problems.push(`${strangers.join(', ')} may not act for ${purpose}`);
  return problems;
}

/** What is not built is said to people: by a clause of the use, its category or its purpose. */
function namesMissing(policy: PolicyShape, purpose: string, category: string, use: UseShape): boolean {
  const clauses = [use.clause, policy.categories[category]?.clause, policy.purposes[purpose]?.clause];
  return clauses.some((id) => id !== undefined && (policy.clauses[id]?.built ?? 'whole') !== 'whole');
}

/** A use rests on an exception only where standing rules name it, and never with the data of a function. */
function groundProblems(
  policy: PolicyShape,
  purpose: string,
  category: string,
  use: UseShape,
  ground: string,
): string[] {
  const rules = (policy.exceptions[ground]?.standing ?? []).filter(
    (rule) => rule.purpose === purpose && rule.categories.includes(category),
  );
  const bare = legalAreas.filter(
    (area) =>
      !rules.some(
        (rule) =>
          (rule.area === 'all' || rule.area === area) &&
          coversRetention(rule.retention_days, use.retention_days),
      ),
  );
  return [
    ...(rules.length === 0
      ? [`no standing rule of ${ground} names it`]
      : bare.map((area) => `no standing rule of ${ground} in ${area} keeps it for so long`)),
    ...(use.function === undefined ? [] : [`data of function ${use.function} never rests on ${ground}`]),
  ];
}

function messageProblems(policy: PolicyShape): string[] {
  return Object.entries(policy.messages).flatMap(([id, message]) => {
    const problems: string[] = [];
    if (!policy.clauses[message.clause])
      problems.push(`message ${id}: clause ${message.clause} is not there`);
    if (!policy.purposes[message.purpose])
      problems.push(`message ${id}: purpose ${message.purpose} is not there`);
    if (message.function !== undefined && !policy.functions[message.function]) {
      problems.push(`message ${id}: function ${message.function} is not there`);
    }
    return problems;
  });
}

function exceptionProblems(policy: PolicyShape): string[] {
  const lists = [
    ...Object.entries(policy.recipients).map(([id, r]) => [`recipient ${id}`, r.categories] as const),
    ...Object.entries(policy.exceptions).flatMap(([id, e]) =>
      e.standing.map((rule) => [`exception ${id}`, rule.categories] as const),
    ),
  ];
  const unknown = lists.flatMap(([where, names]) =>
    names.filter((name) => !policy.categories[name]).map((name) => `${where}: category ${name} is not there`),
  );
  const grounds = Object.entries(policy.exceptions).flatMap(([id, e]) => [
    ...(policy.clauses[e.clause] ? [] : [`exception ${id}: clause ${e.clause} is not there`]),
    ...e.standing
      .filter((rule) => !policy.purposes[rule.purpose])
      .map((rule) => `exception ${id}: purpose ${rule.purpose} is not there`),
  ]);
  return [...unknown, ...grounds];
}

function recipientProblems(policy: PolicyShape): string[] {
  return Object.entries(policy.recipients).flatMap(([id, recipient]) => [
    ...(recipient.purposes ?? [])
      .filter((purpose) => !policy.purposes[purpose])
      .map((purpose) => `recipient ${id}: purpose ${purpose} is not there`),
    ...(recipient.function === undefined || policy.functions[recipient.function]
      ? []
      : [`recipient ${id}: function ${recipient.function} is not there`]),
  ]);
}

/** A matter opens boxes, so what it names is sealed; secrets that verify an account are no part of any. */
function matterProblems(policy: PolicyShape): string[] {
  return Object.entries(policy.exceptions).flatMap(([id, { matter }]) => {
    if (matter === undefined) return [];
    const unsealed = matter.categories.filter((name) => policy.categories[name]?.storage !== 'sealed');
    const strangers = matter.purposes.filter((name) => !policy.purposes[name]);
    return [
      ...unsealed.map((name) => `exception ${id}: category ${name} is not sealed, so no matter opens it`),
      ...strangers.map((name) => `exception ${id}: purpose ${name} is not there`),
      ...(matter.longest_days > 0 ? [] : [`exception ${id}: a matter of no days`]),
    ];
  });
}
