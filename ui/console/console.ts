/** Primitives of the console: dense, for the keyboard. */
export { type Act, useAct } from './act.ts';
export { Choices } from './choices.tsx';
export { Code } from './code.tsx';
export { Desk, Figure, Figures, Loaded, Panel, Panels, signed_out_event } from './desk.tsx';
export { Fingerprint } from './fingerprint.tsx';
export { type Binding, createKeyboard, type Keyboard, KeyboardContext, useKeys } from './keyboard.ts';
export { useListKeys } from './list.ts';
export { usePolling } from './polling.ts';
export { Search } from './search.tsx';
export { type Column, Table } from './table.tsx';
