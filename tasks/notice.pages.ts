/**
 * On which page of a PDF each named place stands, by its name; pages count from 1. Reads what Chromium writes: the
 * tree of pages and the names that links lead to, both in clear.
 */
export function pagesOf(pdf: Buffer): ReadonlyMap<string, number> {
  const text = pdf.toString('latin1');
  const order = pageOrder(text);
  const found = new Map<string, number>();
  for (const [, name = '', page = ''] of text.matchAll(/\/(\S+) \[(\d+) 0 R \/XYZ/g)) {
    const index = order.indexOf(page);
    if (index !== -1 && name !== 'Dest') found.set(plainName(name), index + 1);
  }
  return found;
}

/** What is neither letter nor figure stands as #xx in a name. */
function plainName(name: string): string {
  return name.replace(/#([0-9A-Fa-f]{2})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

/** The pages in order, by the numbers of their objects: leaves of a tree whose nodes list their kids. */
function pageOrder(text: string): string[] {
  const kids = new Map<string, string[]>();
  const inner = new Set<string>();
  for (const [, node = '', body = ''] of text.matchAll(/(\d+) 0 obj\s*<<([\s\S]*?)>>\s*endobj/g)) {
    const list = /\/Type \/Pages\b/.test(body) ? /\/Kids \[([^\]]*)\]/.exec(body)?.[1] : undefined;
    if (list === undefined) continue;
    kids.set(
      node,
      [...list.matchAll(/(\d+) 0 R/g)].map((one) => one[1] ?? ''),
    );
    if (/\/Parent /.test(body)) inner.add(node);
  }
  const leaves = (node: string): string[] => kids.get(node)?.flatMap(leaves) ?? [node];
  return [...kids.keys()].filter((node) => !inner.has(node)).flatMap(leaves);
}
