import { type Context, implement, type Operation, problem } from '@axent/kernel';
import { ownAcceptance, recordAcceptance } from '@axent/kernel/person';
import {
  type Change,
  canonicalJson,
  coverageRows,
  coverageTotals,
  type Difference,
  describeChange,
  difference,
  type Evidence,
  type ExactUse,
  layeredNotice,
  type OperatorSettings,
  sha256Hex,
} from '@axent/policy/compile';
import type { Language } from '@axent/policy/shape';
import * as contract from '../contract.ts';
import { asksFor } from '../notice.ts';
import { usesOf, type VersionRow, versionList } from './storage.ts';

export interface NoticeResources {
  readonly operator: OperatorSettings;
  /** Walls and tests by clause, as the generated coverage file lists them. */
  readonly evidence: Readonly<Record<string, Evidence>>;
}

type Service = Context<'service'>;

const day_ms = 86_400_000;

export function noticeOperations({ operator, evidence }: NoticeResources): readonly Operation[] {
  const settings_hash = sha256Hex(canonicalJson(operator));
  const changesSince = comparing();

  const show = implement(contract.show, async ({ use, policy, version, now }, { language, sequence }) => {
    const shown = sequence === undefined ? policy : await version(sequence);
    if (shown === null) throw problem('version_unknown', {}, 404);
    const { compiled } = shown;
    const notice = layeredNotice(compiled.policy, compiled.notices[language], language, operator);
    const yesterday = new Date(now.getTime() - day_ms).toISOString().slice(0, 10);
    const uses = await usesOf(use, yesterday);
    return {
      ...notice,
      in_short: [...notice.in_short],
      version: versionOf(shown),
      text_hash: compiled.text_hashes[language],
      settings_hash,
      chapters: notice.chapters.map((chapter) => ({
        ...chapter,
        clauses: chapter.clauses.map((clause) => ({
          ...clause,
          text: [...clause.text],
          unbuilt: [...clause.unbuilt],
          uses: clause.uses.map(plainUse),
          standing: clause.standing.map((one) => ({
            ...one,
            category_names: [...one.category_names],
            waiting_names: [...one.waiting_names],
          })),
          recipients: clause.recipients.map((one) => ({ ...one, category_names: [...one.category_names] })),
          matters: clause.matters.map((one) => ({
            ...one,
            bases: [...one.bases],
            purpose_names: [...one.purpose_names],
            category_names: [...one.category_names],
          })),
          uses_yesterday: uses.get(clause.id) ?? 0,
        })),
      })),
      prompts: { ...notice.prompts },
      labels: { ...notice.labels },
      prompt_hashes: { ...compiled.prompt_hashes[language] },
    };
  });

  const state = implement(contract.state, async (context, { language }) => {
    const { policy, session, version } = context;
    const accepted = session.accepted === null ? null : await version(session.accepted);
    const changed = accepted === null ? null : changesSince(accepted, policy);
    return {
      current: versionOf(policy),
      accepted:
        accepted === null
          ? null
          : { sequence: accepted.sequence, revision: accepted.revision, ...(await acceptedText(context)) },
      asks: asksFor(session.accepted, changed?.class ?? null),
      changes: changed === null ? [] : wordsOf(changed.changes, policy, accepted, language),
    };
  });

  const accept = implement(contract.accept, async ({ use, session, policy, caller, reply, now }, input) => {
    const same =
      input.hash === policy.hash &&
      input.text_hash === policy.compiled.text_hashes[input.language] &&
      input.settings_hash === settings_hash;
    if (!same) throw problem('notice_changed', {}, 409);
    const { language, text_hash } = input;
    const text = { sequence: policy.sequence, language, text_hash, settings_hash };
    const at = now.toISOString();
    if (session.person !== null) await recordAcceptance(use, session.person, text);
    else reply.setVisitor({ ...caller.visitor, accepted: { ...text, day: at.slice(0, 10) } });
    return { sequence: policy.sequence, at };
  });

  const versions = implement(contract.versions, async (context, { language }) => ({
    versions: await Promise.all(
      (await versionList(context.use)).map(async (version) => ({
        ...versionOf(version),
        changes: await wordedChanges(context, version, language),
      })),
    ),
  }));

  const coverage = implement(contract.coverage, async ({ policy }, { language }) => {
    const { compiled } = policy;
    const rows = coverageRows(compiled.policy, compiled.notices[language], evidence);
    const totals = coverageTotals(rows);
    return {
      rows: rows.map(({ clause, title, status, walls, tests, unbuilt }) => ({
        clause,
        title,
        status,
        walls: [...walls],
        tests: [...tests],
        unbuilt: [...unbuilt],
      })),
      enforced: totals.enforced,
      partly: totals.partly,
      not_offered: totals.not_offered,
    };
  });

  return [show, state, accept, versions, coverage];
}

/** The answer's own lists, which may be changed. */
function plainUse({ words, ...use }: ExactUse) {
  const lines = { ...words, terms: [...words.terms], basis: [...words.basis] };
  return { ...use, sensitive: [...use.sensitive], or_functions: [...use.or_functions], words: lines };
}

interface Versioned {
  readonly sequence: number;
  readonly revision: string;
  readonly hash: string;
  readonly published_at: Date;
}

function versionOf({ sequence, revision, hash, published_at }: Versioned) {
  return { sequence, revision, hash, published_at: published_at.toISOString() };
}

type Published = Service['policy'];

const pairs_at_most = 50;

/** What is in force beside what was accepted, whatever lay between. Two versions are compared once: neither changes. */
function comparing(): (accepted: Published, current: Published) => Difference | null {
  const known = new Map<string, Difference>();
  return (accepted, current) => {
    if (accepted.hash === current.hash) return null;
    const pair = `${accepted.hash} ${current.hash}`;
    const found = known.get(pair) ?? difference(accepted.compiled, current.compiled);
    if (known.size >= pairs_at_most) known.clear();
    known.set(pair, found);
    return found;
  };
}

/** Names come from the version that knows them. */
function wordsOf(changes: readonly Change[], after: Published, before: Published | null, language: Language) {
  const words = after.compiled.notices[language];
  return changes.map((change) => ({
    kind: change.class,
    clause: change.clauses[0] ?? '',
    words: describeChange(change, words, before?.compiled.notices[language]),
  }));
}

/** What a version changed, in words. */
async function wordedChanges({ version }: Service, row: VersionRow, language: Language) {
  const changes = JSON.parse(row.changes) as Change[];
  if (changes.length === 0) return [];
  const [after, before] = await Promise.all([version(row.sequence), version(row.sequence - 1)]);
  return after === null ? [] : wordsOf(changes, after, before, language);
}

/** In which language and when: from the person's record, or the visitor's cookie. */
async function acceptedText({ session, caller, use }: Service): Promise<{ language: string; at: string }> {
  if (session.person === null) {
    const { accepted } = caller.visitor;
    return { language: accepted?.language ?? '', at: accepted?.day ?? '' };
  }
  const own = await ownAcceptance(use);
  return { language: own?.language ?? '', at: own?.at.toISOString() ?? '' };
}
