/** Primitives of the console: dense, for the keyboard. */
export { Code } from './code.tsx';
export { Desk, Figure, Figures, Loaded, Panel, Panels, signed_out_event } from './desk.tsx';
export { type Binding, createKeyboard, type Keyboard, KeyboardContext, useKeys } from './keyboard.ts';
export { useListKeys } from './list.ts';
export { usePolling } from './polling.ts';
export { Search } from './search.tsx';
export { type Column, Table } from './table.tsx';
