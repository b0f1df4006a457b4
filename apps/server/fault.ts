/** Codes only: a database's own words may hold values. */
export function codeOf(error: Error): string {
  return (error as { code?: string }).code ?? error.name;
}

/** Where, without what: the message of an error may hold a value, its place never does. */
export function placeOf(error: Error): string {
  return (error.stack ?? '')
    .split('\n')
    .filter((line) => line.trimStart().startsWith('at '))
    .slice(0, 8)
    .join('\n');
}
