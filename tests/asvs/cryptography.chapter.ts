import { type Chapter, shown, unfit } from './requirement.ts';

const sealing = 'docs/security.md: ## Sealing';

export const cryptography: Chapter = {
  number: 11,
  name: 'Cryptography',
  requirements: [
    shown(
      '11.1.1',
      2,
      'The life of keys is written down',
      sealing,
      'docs/operating.md: ## Changing the master key',
    ),
    shown(
      '11.1.2',
      2,
      'What is sealed with what is written down',
      sealing,
      'docs/decisions/secrets-apart-from-the-master-key.md',
    ),
    shown('11.2.1', 2, 'Known implementations', 'kernel/vault/cipher.ts: node:crypto'),
    shown(
      '11.2.2',
      2,
      'Keys can be changed while it runs',
      'tests/backup/rotation.test.ts: changed under reads and writes',
    ),
    shown(
      '11.2.3',
      2,
      '128 bits and more',
      sealing,
      'apps/server/settings.test.ts: a master key of one repeated byte',
    ),
    shown('11.3.1', 1, 'No weak modes', 'kernel/vault/cipher.ts: aes-256-gcm'),
    shown('11.3.2', 1, 'AES with GCM', 'kernel/vault/cipher.ts: aes-256-gcm'),
    shown(
      '11.3.3',
      2,
      'What was changed does not open',
      'tests/backup/file.test.ts: a backup with any byte changed',
      'kernel/media/media.test.ts: changed in any byte',
    ),
    shown('11.4.1', 1, 'SHA-256 and HMAC of it', sealing, 'kernel/ledger/tree.test.ts'),
    shown(
      '11.4.2',
      2,
      'Passwords are stored under argon2id',
      'features/account/server/password.hash.ts: argon2id',
      'features/account/server/ways.test.ts: no password, secret or recovery code stands readable',
    ),
    shown(
      '11.4.3',
      2,
      'Hashes of 256 bits stand for integrity',
      'kernel/ledger/verify.test.ts: the commitment is SHA-256',
    ),
    unfit('11.4.4', 2, 'Keys are stretched from passwords', 'no key comes from a password'),
    shown(
      '11.5.1',
      2,
      'What cannot be guessed has 128 bits',
      'tests/http/sessions.test.ts: gets a new token of 256 bits',
      'features/account/server/account.test.ts: the next code is long',
    ),
    shown(
      '11.6.1',
      2,
      'Signatures by Ed25519',
      'kernel/ledger/note.test.ts',
      'tests/checker/checker.test.ts',
    ),
  ],
};

export const communication: Chapter = {
  number: 12,
  name: 'Communication',
  requirements: [
    shown('12.1.1', 1, 'TLS 1.2 and 1.3 only', 'hosting/nginx.conf: TLSv1.3', 'tests/hosting/proxy.test.ts'),
    shown('12.1.2', 2, 'Good ciphers', 'hosting/nginx.conf: ssl_', 'tests/hosting/proxy.test.ts'),
    unfit('12.1.3', 2, 'Certificates of clients', 'none are used'),
    shown(
      '12.2.1',
      1,
      'Nothing without TLS from outside',
      'tests/hosting/proxy.test.ts: who comes without TLS',
      'apps/server/settings.test.ts: production refuses every default',
    ),
    shown(
      '12.2.2',
      1,
      'Certificates that browsers trust',
      'docs/hosting.md',
      'features/watching/server/machine.test.ts: the end of the certificate',
    ),
    shown(
      '12.3.1',
      2,
      'What goes out is encrypted',
      'tests/carriers/http.test.ts: settings are checked: names, hosts, encryption in production',
      'tests/carriers/smpp.test.ts: with TLS only a certificate that is trusted',
    ),
    shown(
      '12.3.2',
      2,
      'Certificates of others are checked',
      'tests/carriers/http.test.ts: over TLS only a trusted certificate',
      'tests/carriers/smpp.test.ts: with TLS only a certificate that is trusted',
    ),
    unfit(
      '12.3.3',
      2,
      'TLS between parts inside',
      'one process; its database listens on this machine or is reached as DATABASE_URL says',
    ),
    unfit('12.3.4', 2, 'Certificates between parts inside', 'one process'),
  ],
};
