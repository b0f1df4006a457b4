import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { Icon } from '../signs/icon.tsx';
import { chevron } from '../signs/icons.ts';
import { useListKeys } from './list.ts';
import styles from './table.module.css';

export interface Column<R> {
  readonly key: string;
  readonly title: string;
  readonly cell: (row: R) => ComponentChildren;
  /** `number`: to the end of the cell, figures of one width. `code`: figures of one width. `wide`: takes the room. */
  readonly look?: 'number' | 'code' | 'wide';
  /** Left out where there is little room; the detail says it. */
  readonly spare?: boolean;
}

interface TableProps<R> {
  /** What it lists, for those who hear it. */
  readonly label: string;
  readonly columns: readonly Column<R>[];
  readonly rows: readonly R[];
  readonly keyOf: (row: R) => string;
  /** One layer deeper, below the row. Null: this row has none. */
  readonly detail?: (row: R) => ComponentChildren;
  readonly words: { readonly next: string; readonly previous: string; readonly more: string };
  /** Shown in place of rows. */
  readonly empty: string;
}

/** A dense table for the keyboard: `j` and `k` move, Enter opens the row's detail. */
export function Table<R>(props: TableProps<R>) {
  const body = useRef<HTMLTableSectionElement>(null);
  useListKeys(body, props.words);
  const { columns, rows } = props;
  const span = columns.length + (props.detail ? 1 : 0);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable without a mouse.
    <section class={styles.scroll} aria-label={props.label} tabIndex={0}>
      <table class={styles.table}>
        <thead>
          <tr>
            {props.detail && (
              <th class={styles.toggle} scope="col">
                <span class="only-heard">{props.words.more}</span>
              </th>
            )}
            {columns.map((column) => (
              <th key={column.key} scope="col" class={nameOf(column)}>
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody ref={body}>
          {rows.map((row) => (
            <TableRow key={props.keyOf(row)} row={row} table={props} span={span} />
          ))}
          {rows.length === 0 && (
            <tr>
              <td colSpan={span} class={styles.empty}>
                {props.empty}
              </td>
            </tr>
          )}
        </tbody>
      </table>
    </section>
  );
}

function nameOf<R>(column: Column<R>): string {
  return `${column.look ? styles[column.look] : ''} ${column.spare ? styles.spare : ''}`;
}

interface TableRowProps<R> {
  readonly row: R;
  readonly table: TableProps<R>;
  readonly span: number;
}

function TableRow<R>({ row, table, span }: TableRowProps<R>) {
  const [open, setOpen] = useState(false);
  const { columns, detail, keyOf, words } = table;
  // An id has no spaces in it: several are a list.
  const id = `row-${keyOf(row).replaceAll(' ', '-')}`;
  const cells = columns.map((column, at) => (
    <td key={column.key} id={at === 0 ? `${id}-name` : undefined} class={nameOf(column)}>
      {column.cell(row)}
    </td>
  ));
  if (!detail) {
    return (
      <tr data-row tabIndex={-1}>
        {cells}
      </tr>
    );
  }
  return (
    <>
      <tr class={styles.opens} data-open={open} onClick={() => setOpen(!open)}>
        <td class={styles.toggle}>
          <button
            type="button"
            data-row
            aria-expanded={open}
            aria-controls={id}
            aria-labelledby={`${id}-more ${id}-name`}
            onClick={(event) => {
              event.stopPropagation();
              setOpen(!open);
            }}
          >
            <span id={`${id}-more`} class="only-heard">
              {words.more}
            </span>
            <Icon of={chevron} size={16} />
          </button>
        </td>
        {cells}
      </tr>
      <tr id={id} class={styles.inside} hidden={!open}>
        <td colSpan={span}>{open && detail(row)}</td>
      </tr>
    </>
  );
}
