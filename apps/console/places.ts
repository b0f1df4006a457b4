import * as access from '@axent/access/contract';
import * as keeping from '@axent/keeping/contract';
import * as log from '@axent/log/contract';
import * as matters from '@axent/matters/contract';
import * as publication from '@axent/publication/contract';
import * as recipients from '@axent/recipients/contract';
import * as requests from '@axent/requests/contract';
import * as security from '@axent/security/contract';
import { icons } from '@axent/ui';
import * as watching from '@axent/watching/contract';

interface Place {
  readonly href: string;
  readonly name:
    | 'overview'
    | 'policy'
    | 'coverage'
    | 'data_map'
    | 'recipients'
    | 'requests'
    | 'matters'
    | 'record'
    | 'log'
    | 'security'
    | 'keeping'
    | 'ledger'
    | 'access'
    | 'status';
  readonly icon: string;
  /** After `g`. */
  readonly key: string;
  /** Who may read what stands there, from its contract. */
  readonly actors: readonly string[];
}

const everywhere: readonly Place[] = [
  { href: '/console/', name: 'overview', icon: icons.display, key: 'o', actors: publication.state.actors },
  {
    href: '/console/policy',
    name: 'policy',
    icon: icons.document,
    key: 'p',
    actors: publication.state.actors,
  },
  {
    href: '/console/coverage',
    name: 'coverage',
    icon: icons.opened,
    key: 'c',
    actors: publication.state.actors,
  },
  { href: '/console/data', name: 'data_map', icon: icons.list, key: 'd', actors: publication.dataMap.actors },
  {
    href: '/console/record',
    name: 'record',
    icon: icons.pen,
    key: 'r',
    actors: publication.record.actors,
  },
  {
    href: '/console/recipients',
    name: 'recipients',
    icon: icons.compare,
    key: 't',
    actors: recipients.list.actors,
  },
  {
    href: '/console/requests',
    name: 'requests',
    icon: icons.speech,
    key: 'q',
    actors: requests.queue.actors,
  },
  {
    href: '/console/matters',
    name: 'matters',
    icon: icons.pen,
    key: 'm',
    actors: [...matters.list.actors, ...matters.standing.actors],
  },
  { href: '/console/log', name: 'log', icon: icons.history, key: 'l', actors: log.list.actors },
  {
    href: '/console/security',
    name: 'security',
    icon: icons.shield,
    key: 'x',
    actors: security.incidents.actors,
  },
  {
    href: '/console/keeping',
    name: 'keeping',
    icon: icons.clock,
    key: 'k',
    actors: keeping.report.actors,
  },
  {
    href: '/console/ledger',
    name: 'ledger',
    icon: icons.seal,
    key: 'h',
    actors: publication.ledger.actors,
  },
  { href: '/console/access', name: 'access', icon: icons.key, key: 'a', actors: access.mine.actors },
  { href: '/console/status', name: 'status', icon: icons.pulse, key: 's', actors: watching.status.actors },
];

/** Where somebody with these roles may go. */
export function places(roles: readonly string[]): readonly Place[] {
  return everywhere.filter(({ actors }) => actors.some((actor) => roles.includes(actor)));
}
