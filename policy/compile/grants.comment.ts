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
 * Parses `category: contact; write: authentication, rights; erase: rights`. `backup: never` keeps a table or a column
 * out of backups, `since: ended_at` names the column from which its days are counted; `note: …` is for people.
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
    if (key === 'note') continue;
    if (key === 'category') parsed.category = value;
    else if (key === 'read' || key === 'write' || key === 'erase') parsed[key] = purposesOf(value);
    else if (key === 'backup' && value === 'never') parsed.backup = value;
    else if (key === 'since') parsed.since = value;
    else
      throw new GrantError(
        `${where}: "${key}" is not one of category, read, write, erase, backup: never, since, note`,
      );
  }
  return parsed;
}

function purposesOf(value: string): string[] {
  return value
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}
