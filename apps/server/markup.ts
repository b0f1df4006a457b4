/** Finished HTML: text that went into it was escaped. */
export class Markup {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

/** What may stand in an element: text is escaped, markup stands as it is, null is nothing. */
export type Child = Markup | string | null;

const names: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => names[character] ?? character);
}

/** An element with its attributes and children. */
export function tag(
  name: string,
  attributes: Readonly<Record<string, string>>,
  ...children: Child[]
): Markup {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`);
  return new Markup(`<${name}${written.join('')}>${join(children).text}</${name}>`);
}

/** Children one after the other, with a space between them. */
export function join(children: readonly Child[]): Markup {
  const written = children.flatMap((child) =>
    child === null ? [] : [typeof child === 'string' ? escaped(child) : child.text],
  );
  return new Markup(written.join(' '));
}

/** A whole page in English, without script. */
export function page(title: string, style: string, ...body: Child[]): string {
  const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title><link rel="stylesheet" href="${escaped(style)}"><link rel="icon" href="/icon.svg">`;
  return `<!doctype html>\n<html lang="en"><head>${head}</head><body>${join(body).text}</body></html>\n`;
}
