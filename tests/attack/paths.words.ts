/** Names under which servers have shown what they should not: of files, of folders, of doors for administrators. */
const names = `
.env .env.local .env.production .git .git/HEAD .git/config .git/index .gitignore .svn/entries .hg .DS_Store .npmrc
.dockerignore Dockerfile docker-compose.yml .htaccess .htpasswd web.config package.json package-lock.json node_modules
node_modules/.package-lock.json tsconfig.json run.mjs vite.config.ts biome.json knip.json README.md LICENSE apps kernel
policy features brand docs tests tasks bench apps/server/main.ts kernel/package.json data data/keys data/keys/keys.sqlite
keys.sqlite keys keystore.json connection.json database backup backups dump dump.sql db.sql master.key secrets secret
private config config.json settings settings.json log logs server.log debug trace metrics status server-status actuator
actuator/env actuator/heapdump heapdump admin administrator manage management console/api console/admin internal
graphql graphiql swagger swagger.json openapi openapi.json v1 v2 api/v1 api/admin api/debug api/internal api/users
api/people api/person api/sessions api/keys api/secrets api/config api/graphql api/log/raw api/backup api/outbox
outbox.json mail mails upload uploads files file download media media/1 tmp temp test phpinfo.php wp-admin wp-login.php
cgi-bin shell cmd exec eval login logout register signup signin reset password user users account accounts profile
session sessions token tokens oauth authorize callback sso saml ldap health/db ready/details live probe version build
build.json .vite manifest.json assets assets/ console/assets static public dist dist/.built src source index.ts main.js
main.js.map index.js.map service-worker.js sw.js.map workbox ws socket socket.io sse events stream webhook hooks
`
  .split(/\s+/)
  .filter(Boolean);

const endings = [
  '',
  '/',
  '.bak',
  '.old',
  '~',
  '.map',
  '.json',
  '.ts',
  '.txt',
  '.zip',
  '.tar.gz',
  '.sql',
  '%00',
  '%20',
  ';.css',
];

const climbs = [
  '../',
  '..%2f',
  '%2e%2e/',
  '%2e%2e%2f',
  '..%5c',
  '..%252f',
  '....//',
  '..;/',
  '%c0%ae%c0%ae/',
  '.%00./',
];
const outside = [
  'etc/passwd',
  'package.json',
  'proc/self/environ',
  'data/keys/keys.sqlite',
  'apps/server/main.ts',
];
const starts = ['', 'assets/', 'console/', 'console/assets/', 'api/', 'ledger/', 'ledger/tile/', 'outbox/'];

/** Names × endings, ways out of the served folders, and the paths of operations bent out of shape. */
export function paths(operations: readonly string[]): string[] {
  const plain = names.flatMap((name) => endings.map((ending) => name + ending));
  const climbing = starts.flatMap((start) =>
    climbs.flatMap((climb) =>
      [2, 4, 7].flatMap((times) => outside.map((file) => start + climb.repeat(times) + file)),
    ),
  );
  const bent = operations
    .map((path) => path.slice(1))
    .flatMap((path) => [
      `${path}/`,
      `${path}//`,
      `/${path}`,
      `${path}%00`,
      `${path}.json`,
      `${path};a=b`,
      `${path}%2f`,
      `./${path}`,
      `x/..%2f${path}`,
      path.toUpperCase(),
      path.replace('api/', 'api//'),
      path.replace('api/', 'API/'),
      path.replace('api/', 'api/../api/'),
      path.replace('api/', 'api/%2e/'),
      path.replace('api/', '%61pi/'),
    ]);
  return [...new Set([...plain, ...climbing, ...bent])];
}
