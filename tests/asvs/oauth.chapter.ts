import { type Chapter, type Level, type Requirement, shown, unfit } from './requirement.ts';

const tests = 'tests/console/provider.test.ts';
const once = `${tests}: an answer counts once, in the browser that asked, and only with its own state`;
const server = 'the product gives out no tokens to others';

const given = (level: Level, words: string, ...ids: readonly string[]): Requirement[] =>
  ids.map((id) => unfit(id, level, words, server));

export const oauth: Chapter = {
  number: 10,
  name: 'OAuth and OIDC',
  requirements: [
    shown(
      '10.1.1',
      2,
      'Tokens stay where they are needed',
      `${tests}: the browser gets no token, and the server keeps none`,
    ),
    shown('10.1.2', 2, 'Answers belong to a flow that was begun here', once),
    shown('10.2.1', 2, 'Client: no forged flow', once),
    shown('10.2.2', 2, 'Client: providers are not mixed up', `${tests}: of another issuer`),
    ...given(2, 'Resource server', '10.3.1', '10.3.2', '10.3.3', '10.3.4'),
    ...given(1, 'Authorization server', '10.4.1', '10.4.2', '10.4.3', '10.4.4', '10.4.5'),
    ...given(2, 'Authorization server', '10.4.6', '10.4.7', '10.4.8', '10.4.9', '10.4.10', '10.4.11'),
    shown('10.5.1', 2, 'An id token counts once', `${tests}: with another nonce`, once),
    shown(
      '10.5.2',
      2,
      'People are known by what is never given anew',
      `${tests}: who somebody is rests on issuer and subject alone`,
    ),
    shown(
      '10.5.3',
      2,
      'The provider’s own words name the provider',
      `${tests}: a description that names another issuer`,
    ),
    shown('10.5.4', 2, 'An id token is for us', `${tests}: of another audience`),
    unfit('10.5.5', 2, 'Signing out by the provider cannot be forged', 'the provider ends no session here'),
    ...given(2, 'OpenID provider', '10.6.1', '10.6.2'),
    ...given(2, 'Consent at an authorization server', '10.7.1', '10.7.2', '10.7.3'),
  ],
};
