import { type Context, implement, type Operation, problem } from '@axent/kernel';
import { type Change, type CompiledPolicy, describeChange, difference } from '@axent/policy/compile';
import type { Language, NoticeWords } from '@axent/policy/shape';
import * as contract from '../contract.ts';
import { approvalsNeeded, isApproved, standing } from '../publication.ts';
import { dataMapOperation } from './datamap.ts';
import { approved_event } from './due.ts';
import * as storage from './storage.ts';

type Service = Context<'service'>;

/** Changes in words: names come from the version that knows them. */
function worded(changes: readonly Change[], words: NoticeWords, earlier: NoticeWords | undefined) {
  return changes.map((change) => ({
    kind: change.class,
    clause: change.clauses[0] ?? '',
    words: describeChange(change, words, earlier),
  }));
}

async function versionOf({ version }: Service, row: storage.VersionRow, language: Language) {
  const changes = JSON.parse(row.changes) as Change[];
  const [after, before] =
    changes.length === 0
      ? [null, null]
      : await Promise.all([version(row.sequence), version(row.sequence - 1)]);
  return {
    sequence: row.sequence,
    revision: row.revision,
    hash: row.hash,
    published_at: row.published_at.toISOString(),
    class: row.class,
    approvals: row.approvals,
    changes:
      after === null
        ? []
        : worded(changes, after.compiled.notices[language], before?.compiled.notices[language]),
  };
}

async function approvalsOf({ use, session, policy }: Service, hash: string) {
  const approved = await storage.approvedBy(use, policy.sequence, hash);
  const officers = await storage.officers(use);
  const given = standing(approved, officers);
  return {
    answer: {
      given: given.length,
      needed: approvalsNeeded(officers.length),
      own: session.person !== null && given.includes(session.person),
    },
    complete: isApproved(approved, officers),
  };
}

const versions = implement(contract.versions, async (context, { language }) => {
  const rows = await storage.versionList(context.use);
  return { versions: await Promise.all(rows.map((row) => versionOf(context, row, language))) };
});

const uses = implement(contract.uses, async ({ use, policy, now }, { language }) => {
  const day = now.toISOString().slice(0, 10);
  const words = policy.compiled.notices[language];
  const clauses = await storage.usesOf(use, day);
  return {
    day,
    clauses: clauses.map((one) => ({ ...one, title: words.clauses[one.clause]?.title ?? one.clause })),
  };
});

export function publicationOperations(release: CompiledPolicy): readonly Operation[] {
  const state = implement(contract.state, async (context, { language }) => {
    const { use, policy } = context;
    const row = (await storage.versionList(use)).find((one) => one.sequence === policy.sequence);
    if (row === undefined) throw new Error('The version in force is not in the list of versions.');
    const { answer } = await approvalsOf(context, release.hash);
    const changed = policy.hash === release.hash ? null : difference(policy.compiled, release);
    return {
      published: await versionOf(context, row, language),
      release: { revision: release.revision, hash: release.hash },
      difference:
        changed === null
          ? null
          : {
              class: changed.class,
              changes: worded(changed.changes, release.notices[language], policy.compiled.notices[language]),
            },
      approvals: answer,
    };
  });

  const publish = implement(contract.publish, async (context, { hash, base }) => {
    const { use, session, policy, now } = context;
    if (policy.hash === release.hash) throw problem('already_published', {}, 409);
    if (hash !== release.hash || base !== policy.sequence) throw problem('state_changed', {}, 409);
    if (session.person === null) throw problem('not_allowed');
    await storage.approve(use, { base, hash, officer: session.person, at: now });
    const { answer, complete } = await approvalsOf(context, hash);
    if (complete) await use.event(approved_event, { base, hash });
    return answer;
  });

  const withdraw = implement(contract.withdraw, async (context) => {
    const { use, session, policy } = context;
    await storage.withdraw(use, policy.sequence, release.hash, session.person ?? '');
    return (await approvalsOf(context, release.hash)).answer;
  });

  const ledger = implement(contract.ledger, async ({ use, now, records }) => {
    const { size, root, note, at, pending, appending } = await storage.ledgerState(use);
    const head =
      size === null || root === null || note === null || at === null
        ? null
        : { size: Number(size), root: root.toString('hex'), note, at: at.toISOString() };
    return { head, pending: Number(pending), appending, vkey: records.vkey, now: now.toISOString() };
  });

  return [state, publish, withdraw, versions, ledger, uses, dataMapOperation];
}
