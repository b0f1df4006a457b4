import { implement } from '@axent/kernel';
import { dataMap } from '@axent/kernel/data-map';
import type { Cell } from '@axent/policy/compile';
import type { NoticeWords } from '@axent/policy/shape';
import { dataMap as contract } from '../contract.ts';

/** Purposes with a cell for this category, in the order of the policy. */
function holders(
  cells: Readonly<Record<string, Readonly<Record<string, Cell>>>>,
  category: string,
  words: NoticeWords,
) {
  return Object.entries(cells).flatMap(([purpose, own]) => {
    const cell = own[category];
    if (cell === undefined) return [];
    const { clause, offered } = cell;
    return [
      { purpose, name: words.purposes[purpose] ?? purpose, clause, offered, function: cell.function ?? null },
    ];
  });
}

/** The longest that any use keeps it; null is longer than any number of days. */
function longest(cells: readonly Cell[]): number | null {
  if (cells.some((cell) => cell.retention_days === null)) return null;
  return Math.max(0, ...cells.map((cell) => cell.retention_days ?? 0));
}

/** From the policy in force and the schema's own comments: what is written here is what the grants were made from. */
export const dataMapOperation = implement(contract, async ({ policy }, { language }) => {
  const { table, policy: shape, notices } = policy.compiled;
  const words = notices[language];
  const categories = Object.entries(shape.categories).map(([category, { storage }]) => {
    const collecting = Object.values(table.collect).flatMap((own) => own[category] ?? []);
    const reading = Object.values(table.read).flatMap((own) => own[category] ?? []);
    return {
      category,
      name: words.categories[category] ?? category,
      holds: words.holds[category] ?? '',
      storage,
      offered: [...collecting, ...reading].some((cell) => cell.offered),
      places: dataMap
        .filter((entry) => entry.category === category)
        .map(({ table: name, column, writers }) => ({ table: name, column, writers: [...writers] })),
      collectors: holders(table.collect, category, words),
      readers: holders(table.read, category, words),
      retention_days: storage === 'fleeting' ? 0 : longest(collecting),
    };
  });
  const purposes = Object.keys(shape.purposes).map((purpose) => ({
    purpose,
    name: words.purposes[purpose] ?? purpose,
    offered: table.purposes[purpose] ?? false,
  }));
  return { purposes, categories };
});
