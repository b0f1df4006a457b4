import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type UseRecord, type Verified, verifyReceipt } from './verify.ts';

const usage = `Usage: npm run verify -- FILE [--vkey KEY]

FILE   a receipt (.tlog-proof), as the privacy centre hands it out
--vkey the log's verifier key, or a file that holds it; default: ledger.vkey in DATA_FOLDER`;

/**
 * Checks a receipt with no server running. Exit codes: 0 proved, 1 refused, 2 called the wrong way.
 * @param dataFolder asked only when no key is given: where a server of this machine keeps its own.
 */
export async function verifyCommand(words: readonly string[], dataFolder: () => string): Promise<number> {
  try {
    return await run(words, dataFolder);
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${usage}`);
    return 2;
  }
}

async function run(words: readonly string[], dataFolder: () => string): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...words],
    allowPositionals: true,
    options: { vkey: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
  });
  const [file] = positionals;
  if (values.help === true || file === undefined || positionals.length > 1) {
    console.log(usage);
    return values.help === true ? 0 : 2;
  }
  const place = values.vkey ?? join(dataFolder(), 'ledger.vkey');
  const key = findKey(place);
  if (key === null) {
    console.error(
      `No key to check against in ${place}. Give the log's verifier key: --vkey "name+12345678+AR…"`,
    );
    return 2;
  }
  if (!existsSync(file)) {
    console.error(`There is no file ${file}.`);
    return 2;
  }
  const verdict = await verifyReceipt(readFileSync(file, 'utf8'), key);
  if (verdict.ok) {
    console.log(tell(verdict));
    return 0;
  }
  console.error(`REFUSED (${verdict.reason}). ${verdict.words}`);
  return 1;
}

function findKey(place: string): string | null {
  if (/^[^+]+\+[0-9a-f]{8}\+/.test(place)) return place.trim();
  return existsSync(place) ? readFileSync(place, 'utf8').trim() : null;
}

function tell({ record, index, size, origin, others }: Verified): string {
  const together =
    others === 0 ? 'nobody else' : others === 1 ? 'one other person' : `${others} other people`;
  return `PROVED by the log ${origin}, entry ${index} of ${size}

  when        ${record.time}
  purpose     ${record.purpose}
  clause      ${record.clause}
  data        ${record.categories.join(', ')}
  acting as   ${record.role}
  operation   ${record.operation}${tellDecisions(record)}
  policy      ${record.policy}
  concerned   you and ${together}

What this shows: the log holds exactly this record at this place, and the owner of the key signed a head that
contains it. Since then nobody can change it, move it or take it out without this receipt giving them away.

What it does not show: that no other use was made, that the clock was right, or that everybody is shown the
same log. For the last, compare the head in your receipt with one that somebody else was given.`;
}

/** What it was decided on; a record that does not say so is from an earlier release. */
function tellDecisions({ decisions = [], version }: UseRecord): string {
  return decisions
    .map(({ asked, accepted, openings, gpc }) => {
      const opened = Object.entries(openings).map(([name, at]) => `, ${name} opened under version ${at}`);
      const alone = gpc ? ', asking to be left alone' : '';
      return `\n  decided     ${asked.join(', ')} by version ${version}, accepted ${accepted ?? 'none'}${opened.join('')}${alone}`;
    })
    .join('');
}
