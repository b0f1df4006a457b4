/** Puts the focus where it is looked for, with what stands above it in sight: bars may lie over the edges. */
export function show(within: HTMLElement | null, selector: string): void {
  const found = within?.querySelector<HTMLElement>(selector);
  found?.focus({ preventScroll: true });
  found?.scrollIntoView({ block: 'center' });
}
