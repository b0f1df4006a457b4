/** A comment that cannot be obeyed. The message names the table and the column. */
export class GrantError extends Error {
  override readonly name = 'GrantError';
}

/** What a table or column comment says. Absent parts are inherited by a column from its table. */
export interface DataComment {
  readonly category?: string;
  readonly read?: readonly string[];
  readonly write?: readonly string[];
  readonly erase?: readonly string[];
  /** Stays out of every backup. */
  readonly backup?: 'never';
  /** The column from which on its days of keeping are counted; else from the row's id. */
  readonly since?: string;
}

/**
 * Parses `category: contact; write: authentication, rights; erase: rights; note: …`. The note is for people, apart
 * from two phrases between its commas: `never backed up` keeps a table or a column out of backups, `kept from ended_at`
 * names the column from which its days are counted. They stand there because an earlier release, which reads these
 * comments after a roll-back, knows no other keys.
 * Throws GrantError on anything else, so that a slip of the pen never takes a grant away in silence.
 */
export function parseComment(comment: string, where: string): DataComment {
  const parsed: {
    category?: string;
    read?: string[];
    write?: string[];
    erase?: string[];
    backup?: 'never';
    since?: string;
  } = {};
  for (const part of comment.split(';')) {
    if (part.trim() === '') continue;
    const colon = part.indexOf(':');
    const key = part.slice(0, colon).trim();
    const value = part.slice(colon + 1).trim();
    if (colon < 0 || value === '') throw new GrantError(`${where}: "${part.trim()}" is not "key: value"`);
    if (key === 'note') {
      Object.assign(parsed, phrasesOf(value));
      continue;
    }
    if (key === 'category') parsed.category = value;
    else if (key === 'read' || key === 'write' || key === 'erase') parsed[key] = purposesOf(value);
    else throw new GrantError(`${where}: "${key}" is not one of category, read, write, erase, note`);
  }
  return parsed;
}

function phrasesOf(note: string): Pick<DataComment, 'backup' | 'since'> {
  const phrases = note.split(',').map((phrase) => phrase.trim());
  const since = phrases
    .map((phrase) => /^kept from (\w+)$/.exec(phrase)?.[1])
    .find((name) => name !== undefined);
  return {
    ...(phrases.includes('never backed up') ? { backup: 'never' } : {}),
    ...(since === undefined ? {} : { since }),
  };
}

function purposesOf(value: string): string[] {
  return value
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}
