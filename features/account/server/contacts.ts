import { type Context, implement, type Operation, problem } from '@axent/kernel';
import { addIdentifier, dropIdentifiers } from '@axent/kernel/person';
import { addContact, dropContact, sendContactCode, way_changed } from '../contract.ways.ts';
import { askCode, proveCode } from './codes.ts';
import { contactChanged } from './contact.message.ts';
import { type Recipient, recipientOf } from './recipient.ts';
import * as storage from './storage.ts';

type SignIn = Context<'authentication'>;
type Kind = Recipient['kind'];
type Language = 'en' | 'zh-CN' | 'de';

const ask = implement(sendContactCode, (context, input) => askCode(context, input, 'contact'));

/** What is kept of how the person is reached. */
async function heldContact({ use }: SignIn) {
  const held = await storage.ownContact(use);
  const value = held === null ? { email: null, phone: null } : await use.read(held);
  return { held, value };
}

/** Seals the address or number, null: none, and answers the one that stood there. */
async function replace(context: SignIn, kind: Kind, to: string | null): Promise<string | null> {
  const { use } = context;
  const { held, value } = await heldContact(context);
  const id = held?.row ?? use.newId();
  const sealed = await use.collect('contact', { ...value, [kind]: to }, { table: 'app.contact', id });
  await storage.storeContact(use, { id, person_id: use.person ?? '', sealed });
  return value[kind];
}

/** The address that is a way in no more is told, whoever changed it. */
async function tellFormer(context: SignIn, kind: Kind, former: string, language: Language): Promise<void> {
  const channel = kind === 'email' ? 'mail' : 'sms';
  if (!context.carries(channel)) return;
  await context.use.send('security', { channel, to: former, ...contactChanged(kind, language) });
}

const add = implement(addContact, async (context, input) => {
  const { use } = context;
  const recipient = recipientOf(input);
  const refused = await proveCode(context, recipient, input.code, 'contact');
  if (refused !== null) return refused;
  const { kind, value } = recipient;
  if (!(await addIdentifier(context, kind, value))) return problem('contact_taken', {}, 409);
  await dropIdentifiers(context, kind, value);
  const former = await replace(context, kind, value);
  if (former !== null && former !== value) await tellFormer(context, kind, former, input.language);
  await use.event(way_changed, { person: use.person ?? '', what: `${kind}_set` });
  return {};
});

const drop = implement(dropContact, async (context, { kind, language }) => {
  const { use } = context;
  const { value } = await heldContact(context);
  const former = value[kind];
  if (former === null) throw problem('way_unknown', {}, 404);
  if (!(await dropIdentifiers(context, kind))) throw problem('last_way', {}, 409);
  await replace(context, kind, null);
  await tellFormer(context, kind, former, language);
  await use.event(way_changed, { person: use.person ?? '', what: `${kind}_dropped` });
  return {};
});

export const contactOperations: readonly Operation[] = [ask, add, drop];
