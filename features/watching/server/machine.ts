import { readFile, statfs } from 'node:fs/promises';
import { isIP } from 'node:net';
import { join } from 'node:path';
import { connect, type PeerCertificate } from 'node:tls';
import type { Certificate, Disk } from '../watching.ts';

const answer_ms = 10_000;

/** Room on the disk that holds this folder; null when it cannot be asked. */
export async function diskOf(folder: string): Promise<Disk | null> {
  try {
    const { bavail, blocks, bsize } = await statfs(folder);
    return { free_bytes: bavail * bsize, total_bytes: blocks * bsize };
  } catch {
    return null;
  }
}

/**
 * When the last whole backup was finished. A backup that is complete says so in `latest.json` in the folder of
 * backups, `{"finished_at": "2026-11-25T03:00:00Z"}`, written last and in one step; null: none says so.
 */
export async function lastBackup(folder: string): Promise<Date | null> {
  try {
    const told: unknown = JSON.parse(await readFile(join(folder, 'latest.json'), 'utf8'));
    const at = new Date(String((told as { finished_at?: unknown } | null)?.finished_at));
    return Number.isNaN(at.getTime()) ? null : at;
  } catch {
    return null;
  }
}

/** The certificate that the public address shows just now, whoever signed it. */
export async function certificateOf(url: URL): Promise<Certificate> {
  if (url.protocol !== 'https:') return { state: 'none' };
  const host = url.hostname.replace(/^\[|\]$/g, '');
  try {
    const shown = await new Promise<PeerCertificate>((resolve, reject) => {
      const socket = connect({
        host,
        port: Number(url.port || 443),
        ...(isIP(host) === 0 ? { servername: host } : {}),
        // Whether browsers trust it is theirs to say; here only its end matters.
        rejectUnauthorized: false,
        timeout: answer_ms,
      });
      const fail = (code: string) => {
        socket.destroy();
        reject(Object.assign(new Error(code), { code }));
      };
      socket.once('secureConnect', () => {
        resolve(socket.getPeerCertificate());
        socket.end();
      });
      socket.once('timeout', () => fail('ETIMEDOUT'));
      socket.once('close', () => fail('ECLOSED'));
      socket.once('error', (error: NodeJS.ErrnoException) => fail(error.code ?? 'ETLS'));
    });
    return { state: 'seen', ends_at: new Date(shown.valid_to) };
  } catch (error) {
    return { state: 'unseen', code: (error as { code: string }).code };
  }
}
