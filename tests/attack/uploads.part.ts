import { createHash } from 'node:crypto';
import { attach, look, propose } from '@axent/matters/contract';
import { crowd, type Part } from './part.ts';
import { runProgram } from './program.ts';
import type { Stage } from './stage.ts';

const seeds = 80;
const email = 'order@example.org';
const day_ms = 24 * 3_600_000;

/** The kinds that are taken, each by how it begins. */
const kinds: Readonly<Record<string, string>> = {
  'application/pdf': Buffer.from('%PDF-').toString('hex'),
  'image/png': '89504e470d0a1a0a',
  'image/jpeg': 'ffd8ff',
};
const kindOf = (document: Buffer) =>
  Object.keys(kinds).find((kind) => document.toString('hex').startsWith(kinds[kind] ?? ''));

const whole = {
  pdf: Buffer.from(`%PDF-1.7\n${'1 0 obj <<>> endobj\n'.repeat(40)}%%EOF\n`),
  png: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
    'base64',
  ),
  jpeg: Buffer.from(`ffd8ffe000104a46494600010100000100010000${'00'.repeat(64)}ffd9`, 'hex'),
};

/** The document with bits turned over: its first bytes too, where a kind is told from another. */
async function mutated(document: Buffer, seed: number): Promise<Buffer> {
  const words = ['-s', String(seed), '-r', (0.0005 + (seed / seeds) * 0.02).toFixed(4)];
  const { bytes, code } = await runProgram('zzuf', words, { most_s: 20, input: document });
  if (code !== 0) throw new Error(`zzuf ended with ${code}`);
  return bytes;
}

/** An officer brings it under its own fingerprint; another one looks at what came of it. */
async function bring(stage: Stage, document: Buffer, name: string): Promise<string | null> {
  const officer = await stage.arrive('privacy_officer');
  const proposal = await officer.call(propose, {
    ground: 'E.3',
    name,
    basis: 'GDPR Art. 6(1)(c)',
    provision: 'Order of the court of 3 November',
    purpose: 'archive',
    roles: ['privacy_officer'],
    categories: ['contact'],
    evidence: createHash('sha256').update(document).digest('hex'),
    people: [email],
    ends_on: new Date(Date.now() + 30 * day_ms).toISOString().slice(0, 10),
    tell_from: null,
    keeps_withheld: false,
  });
  if (proposal.status !== 200) throw new Error(`proposing answered ${proposal.body.code}`);
  const { id } = proposal.body;
  const content = document.toString('base64');
  const { status, body } = await officer.call(attach, { id, number: 0, last: true, content });
  const kind = kindOf(document);
  if (status >= 500) return `${name} was answered ${status}`;
  // Its end may be broken, too: what is refused for its kind is no finding.
  if (status !== 200) return body.code === 'evidence_kind' ? null : `${name} was refused: ${body.code}`;
  if (kind === undefined) return `${name} was taken, and is of no kind that is`;
  const seen = (await (await stage.arrive('privacy_officer')).call(look, { id })).body;
  if (seen.type !== kind || seen.content !== content) return `${name} came back as ${seen.type}`;
  return new RegExp(`^evidence-${id}\\.\\w+$`).test(seen.name) ? null : `${name} came back as ${seen.name}`;
}

async function run(stage: Stage) {
  await (await stage.arrive('visitor')).signIn(email);
  const open: string[] = [];
  let broken = 0;
  const numbers = Array.from({ length: seeds }, (_, number) => number + 1);
  const tries = numbers.flatMap((seed) =>
    Object.entries(whole).map(([kind, document]) => ({ kind, document, seed })),
  );
  await crowd(tries, async ({ kind, document, seed }) => {
    const bytes = await mutated(document, seed);
    if (kindOf(bytes) === undefined) broken += 1;
    const found = await bring(stage, bytes, `${kind} ${seed}`);
    if (found !== null) open.push(found);
  });
  return { tried: tries.length, open, note: `${broken} of no kind any more` };
}

export const uploads: Part = {
  name: 'uploads',
  tool: 'zzuf',
  least: 200,
  plant: /was taken, and is of no kind/,
  programs: { zzuf: 'zzuf' },
  run,
};
