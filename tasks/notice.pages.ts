/**
 * On which page of a PDF each named place stands, by its name; pages count from 1. Reads what Chromium writes: the
 * names that links lead to in one dictionary, the pages in another, both in clear.
 */
export function pagesOf(pdf: Buffer): ReadonlyMap<string, number> {
  const text = pdf.toString('latin1');
  const kids =
    /\/Type \/Pages\b[^>]*?\/Kids \[([^\]]*)\]/.exec(text) ??
    /\/Kids \[([^\]]*)\][^>]*\/Type \/Pages/.exec(text);
  const order = [...(kids?.[1] ?? '').matchAll(/(\d+) 0 R/g)].map((one) => one[1] ?? '');
  const found = new Map<string, number>();
  for (const [, name = '', page = ''] of text.matchAll(/\/(\S+) \[(\d+) 0 R \/XYZ/g)) {
    const index = order.indexOf(page);
    // What is no letter or figure stands as #xx in a name.
    const plain = name.replace(/#([0-9A-Fa-f]{2})/g, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    );
    if (index !== -1 && plain !== 'Dest') found.set(plain, index + 1);
  }
  return found;
}
