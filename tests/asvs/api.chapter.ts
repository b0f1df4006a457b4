import { type Chapter, shown, unfit } from './requirement.ts';

const smuggling = 'tests/attack/smuggling.part.ts';
const socket = 'nothing speaks WebSocket';

export const api: Chapter = {
  number: 4,
  name: 'API and web service',
  requirements: [
    shown(
      '4.1.1',
      1,
      'Every answer says its type and letters',
      'tests/attack/schema.part.ts',
      'tests/http/refusals.test.ts: every answer carries the headers',
    ),
    shown(
      '4.1.2',
      2,
      'Only pages are led from http to https',
      'tests/hosting/proxy.test.ts: who comes without TLS',
    ),
    shown(
      '4.1.3',
      2,
      'Nobody forges what the proxy says',
      smuggling,
      'tests/hosting/proxy.test.ts: past the proxy a claimed address counts for nothing',
    ),
    shown(
      '4.1.4',
      3,
      'Only the methods that exist',
      'tests/attack/site.part.ts: TRACE',
      'tests/http/refusals.test.ts: only the methods that exist',
    ),
    shown(
      '4.2.1',
      2,
      'The end of a message is read in one way',
      smuggling,
      'tests/http/refusals.test.ts: two hosts, or a request that names no version',
    ),
    unfit('4.3.1', 2, 'GraphQL: cost', 'no GraphQL'),
    unfit('4.3.2', 2, 'GraphQL: introspection', 'no GraphQL'),
    unfit('4.4.1', 1, 'WebSocket over TLS', socket),
    unfit('4.4.2', 2, 'WebSocket: origin', socket),
    unfit('4.4.3', 2, 'WebSocket: tokens', socket),
    unfit('4.4.4', 2, 'WebSocket: tokens from the session', socket),
  ],
};
