import { addressOf, readProof } from '@axent/account/contract/proof';
import { type Context, implement, type Operation, problem } from '@axent/kernel';
import * as contract from '../contract.ts';
import { type Area, dueAt, type Kind, referenceOf } from '../requests.ts';
import { fileRecovery } from './recovery.storage.ts';
import { type Reached, sendWords } from './sending.ts';
import * as storage from './storage.ts';
import { received } from './words.ts';

export type Rights = Context<'rights'>;

/** The address that was proved; null: none was given. Throws where it was, and its time is over. */
export function provedBy({ keyedHash, now }: Rights, proof: string | undefined): Reached | null {
  if (proof === undefined) return null;
  const address = readProof(proof, keyedHash, now);
  if (address === null) throw problem('proof_over', {}, 401);
  return address;
}

/** How requests of an address are found. */
export const addressHash = ({ keyedHash }: Rights, { kind, value }: Reached): Buffer =>
  keyedHash('request address', `${kind}|${value}`);

const identifierHash = ({ keyedHash }: Rights, { kind, value }: Reached): Buffer =>
  keyedHash('identifier', `${kind}|${value}`);

interface Asked {
  readonly kind: Kind;
  readonly text: string;
  readonly language: 'en' | 'zh-CN' | 'de';
}

/** Files it with its words and tells the proved address that it came. */
async function file(context: Rights, asked: Asked, address: Reached | null, resources: RequestResources) {
  const { use, now, session } = context;
  if (address === null && session.kind !== 'person') throw problem('proof_needed', {}, 401);
  const id = use.newId();
  const due_at = dueAt(resources.area, now);
  const refusal = await use.file({
    id,
    kind: asked.kind,
    address: address && addressHash(context, address),
    identifier: address && identifierHash(context, address),
    language: asked.language,
    due_at,
  });
  if (refusal !== null) throw problem(refusal, {}, 409);
  await keep(context, id, 'asked', {
    text: asked.text,
    email: address?.kind === 'email' ? address.value : null,
    phone: address?.kind === 'phone' ? address.value : null,
  });
  const reference = referenceOf(id);
  if (address !== null)
    await sendWords(context, address, received(asked.language, reference, due_at), resources);
  return { id, reference, due_at: due_at.toISOString() };
}

/** Seals what was said at a step of the request that is held. */
export async function keep(
  { use, now }: Rights,
  request: string,
  part: storage.Part,
  value: Readonly<Record<string, string | null>>,
): Promise<void> {
  const id = use.newId();
  const sealed = await use.collect('request', value, { table: 'app.request_entry', id, request });
  await storage.storeEntry(use, { request, id, part, at: now, sealed });
}

export interface RequestResources {
  readonly area: Area;
  /** The address of the customer app, without a slash at the end. */
  readonly home: string;
  /** To whom people may turn. */
  readonly authority: string;
}

export function askingOperations(resources: RequestResources): readonly Operation[] {
  const ask = implement(contract.ask, async (context, { proof, ...asked }) =>
    file(context, asked, provedBy(context, proof), resources),
  );

  const recover = implement(contract.recover, async (context, { proof, ...asked }) => {
    const address = provedBy(context, proof);
    if (address === null) throw problem('proof_over', {}, 401);
    const known = addressOf(asked.known);
    const other = asked.other === undefined ? null : addressOf(asked.other);
    if (known === null || (asked.other !== undefined && other === null)) throw problem('known_invalid');
    const filed = await file(context, { ...asked, kind: 'recovery' }, address, resources);
    await fileRecovery(context.use, filed.id, {
      known: identifierHash(context, known),
      other: other && identifierHash(context, other),
      made: asked.made === undefined ? null : `${asked.made}-01`,
      used: asked.used === undefined ? null : `${asked.used}-01`,
      identifier: identifierHash(context, address),
      kind: address.kind,
    });
    return filed;
  });

  return [ask, recover];
}
