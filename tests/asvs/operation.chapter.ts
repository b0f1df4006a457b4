import { type Chapter, excepted, shown, unfit } from './requirement.ts';

const paths = 'tests/attack/paths.part.ts';

export const configuration: Chapter = {
  number: 13,
  name: 'Configuration',
  requirements: [
    shown(
      '13.1.1',
      2,
      'With whom it speaks is written down',
      'docs/security.md: ## What leaves',
      'docs/operating.md: ## Carriers',
    ),
    excepted(
      '13.2.1',
      2,
      'Parts know each other by changing credentials',
      'Logins of the database have derived passwords that nobody knows; each is tried at every start. They change with the secret, not with time.',
    ),
    shown(
      '13.2.2',
      2,
      'Each part may do the least',
      'tests/clauses/database.test.ts',
      'tests/hosting/files.test.ts: systemd takes the unit, and finds it well closed',
    ),
    shown(
      '13.2.3',
      2,
      'No credential is a default',
      'apps/server/settings.test.ts: production refuses every default',
      'tests/passwords.test.ts',
    ),
    shown(
      '13.2.4',
      2,
      'Who may be called is a list',
      'tests/carriers/push.test.ts: names below a listed one',
      'tests/sharing/share.test.ts',
    ),
    shown(
      '13.2.5',
      2,
      'What the server may load is a list',
      paths,
      'tests/carriers/push.test.ts: a name that leads to a private address',
    ),
    excepted(
      '13.3.1',
      2,
      'Secrets are kept by a vault',
      'The master key comes from the environment or a file outside the data folder, as the operator’s own vault hands it over; everything else is wrapped under it. Production refuses one beside the data.',
    ),
    shown(
      '13.3.2',
      2,
      'Secrets are for those who need them',
      'tests/http/tricks.test.ts: the key store and all that lies beside it',
      'apps/server/settings.test.ts: production refuses a master key file beside the data',
    ),
    shown('13.4.1', 1, 'No .git to be seen', paths, 'tests/hosting/files.test.ts: takes only what is named'),
    shown(
      '13.4.2',
      2,
      'No debugging in production',
      'apps/server/settings.test.ts: production refuses every default',
      'tests/http/refusals.test.ts: a fault says nothing of itself',
    ),
    shown('13.4.3', 2, 'No folder is listed', paths),
    shown('13.4.4', 2, 'No TRACE', 'tests/attack/site.part.ts: TRACE'),
    shown(
      '13.4.5',
      2,
      'Inner pages are shown by intention only',
      paths,
      'features/watching/server/metrics.test.ts: only the metrics are answered on their own listener',
    ),
  ],
};

export const protection: Chapter = {
  number: 14,
  name: 'Data protection',
  requirements: [
    shown('14.1.1', 2, 'Data is sorted into kinds', 'policy/categories.ts', 'tests/clauses/complete.test.ts'),
    shown(
      '14.1.2',
      2,
      'Each kind has its rules',
      'policy/uses.ts',
      'docs/operating.md: ## How long things are kept',
    ),
    shown(
      '14.2.1',
      1,
      'Nothing secret is in an address',
      'tests/position/position.test.ts',
      'tests/http/logs.test.ts',
    ),
    shown(
      '14.2.2',
      2,
      'Nothing personal stays in a cache of the server',
      'tests/position/position.test.ts',
      'docs/security.md: Cached keys are used for 60 seconds',
    ),
    shown('14.2.3', 2, 'Nobody else is told', 'tests/sharing/share.test.ts', 'tests/attack/headers.part.ts'),
    shown(
      '14.2.4',
      2,
      'The rules of each kind hold',
      'tests/clauses/gate.test.ts',
      'tests/clauses/database.test.ts',
    ),
    shown(
      '14.2.7',
      3,
      'What is over its time goes',
      'features/keeping/server/server.test.ts: rows go when the days of their category are over',
      'kernel/keeping/rules.test.ts',
    ),
    unfit('14.2.8', 3, 'Pictures lose what they tell beside', 'no pictures are taken from customers yet'),
    shown('14.3.1', 1, 'Signing out clears the browser', 'tests/http/sessions.test.ts: clear-site-data'),
    shown(
      '14.3.2',
      2,
      'Personal answers are not cached',
      'tests/http/refusals.test.ts: every answer carries the headers',
      'tests/journeys/stores.test.ts: no answer to a position',
    ),
    shown(
      '14.3.3',
      2,
      'Browsers keep nothing personal',
      'tests/journeys/stores.test.ts: no answer to a position',
      'tests/journeys/customer.test.ts: who leaves leaves nothing behind',
    ),
  ],
};
