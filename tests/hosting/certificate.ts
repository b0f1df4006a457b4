import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureProgram } from '../../tasks/debian.ts';

export interface SelfMade {
  /** In PEM; a client that is to trust it takes it as its authority. */
  readonly certificate: string;
  readonly key: string;
}

/** A certificate for `localhost` that we signed ourselves: `fullchain.pem` and `key.pem` in this folder. */
export function makeCertificate(folder: string, days: number): SelfMade {
  const [key, certificate] = [join(folder, 'key.pem'), join(folder, 'fullchain.pem')];
  const kind = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];
  const name = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost'];
  const files = ['-keyout', key, '-out', certificate];
  execFileSync(
    ensureProgram('openssl', 'openssl'),
    ['req', '-x509', ...kind, '-days', String(days), ...name, ...files],
    { stdio: 'ignore' },
  );
  return { certificate: readFileSync(certificate, 'utf8'), key: readFileSync(key, 'utf8') };
}
