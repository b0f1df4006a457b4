import { operation } from '@axent/kernel/operation';
import Type from 'typebox';
import { address_refusals, text_refusals } from './profile.ts';

export { type Address, addressRefusal, type GivenAddress, judgeAddress, nowhere } from './address.ts';
export { address_fields, countries, type TypedField } from './countries.ts';
export {
  address_refusals,
  type Flaw,
  type Identity,
  identity_fields,
  judgeIdentity,
  nobody,
  type Refusal,
  refusalOf,
  refusedField,
} from './profile.ts';

/** How much may be kept is said by the rules, in words; this only bounds what is looked at. */
const Text = Type.Optional(Type.String({ maxLength: 1000 }));
const Held = Type.Union([Type.String(), Type.Null()]);

const HeldIdentity = Type.Object({ name: Held, business_name: Held });
const HeldAddress = Type.Object({
  street: Held,
  line2: Held,
  district: Held,
  town: Held,
  province: Held,
  postcode: Held,
  /** ISO 3166-1 in two letters. */
  country: Held,
});

export const show = operation({
  name: 'profile.show',
  method: 'GET',
  path: '/api/profile',
  summary: 'The name, business name and mailing address that the person gave; null: not given',
  purpose: 'service',
  actors: ['person'],
  acceptance: true,
  input: Type.Object({}),
  output: Type.Object({ identity: HeldIdentity, address: HeldAddress }),
  errors: [],
});

export const setIdentity = operation({
  name: 'profile.set_identity',
  method: 'POST',
  path: '/api/profile/identity',
  summary: 'Keep the name or the business name; an empty one is taken away, one left out stays',
  purpose: 'service',
  actors: ['person'],
  acceptance: true,
  input: Type.Object({ name: Text, business_name: Text }, { additionalProperties: false }),
  output: HeldIdentity,
  errors: text_refusals,
});

export const setAddress = operation({
  name: 'profile.set_address',
  method: 'POST',
  path: '/api/profile/address',
  summary: 'Keep the mailing address, by the rules of its country; an empty one is taken away',
  purpose: 'service',
  actors: ['person'],
  acceptance: true,
  input: Type.Object(
    {
      street: Text,
      line2: Text,
      district: Text,
      town: Text,
      province: Text,
      postcode: Text,
      country: Text,
    },
    { additionalProperties: false },
  ),
  output: HeldAddress,
  errors: address_refusals,
});
