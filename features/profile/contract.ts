import { operation } from '@axent/kernel/operation';
import Type from 'typebox';

export { type GivenAddress, judgeAddress } from './address.ts';
export { countries, type TypedField } from './countries.ts';
export { type Flaw, identity_fields, judgeIdentity } from './profile.ts';

/** How much may be kept is said by the rules, in words; this only bounds what is looked at. */
const Text = Type.Optional(Type.String({ maxLength: 1000 }));
const Held = Type.Union([Type.String(), Type.Null()]);

const Identity = Type.Object({ name: Held, business_name: Held });
const Address = Type.Object({
  street: Held,
  line2: Held,
  district: Held,
  town: Held,
  province: Held,
  postcode: Held,
  /** ISO 3166-1 in two letters. */
  country: Held,
});

const errors = ['text_unreadable', 'text_too_long'];

export const show = operation({
  name: 'profile.show',
  method: 'GET',
  path: '/api/profile',
  summary: 'The name, business name and mailing address that the person gave; null: not given',
  purpose: 'service',
  actors: ['person'],
  acceptance: true,
  input: Type.Object({}),
  output: Type.Object({ identity: Identity, address: Address }),
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
  output: Identity,
  errors,
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
  output: Address,
  errors: [...errors, 'field_missing', 'postcode_invalid', 'province_invalid', 'country_unknown'],
});
