/** A pointer cannot rest on every button of a page at once: each rule about it counts for an attribute as well. */
const stand_ins = [
  [':hover', '[data-hover]'],
  [':focus-visible', '[data-focus]'],
  [':focus-within', ':has([data-focus])'],
] as const;

interface Grouping {
  readonly cssRules: CSSRuleList;
  insertRule(text: string, at: number): number;
}

const isGrouping = (rule: object): rule is Grouping => 'cssRules' in rule && 'insertRule' in rule;

function copyInto(group: Grouping): void {
  for (const rule of [...group.cssRules].toReversed()) {
    if (rule instanceof CSSStyleRule) {
      const selector = stand_ins.reduce(
        (text, [real, shown]) => text.replaceAll(real, shown),
        rule.selectorText,
      );
      const at = [...group.cssRules].indexOf(rule) + 1;
      if (selector !== rule.selectorText) group.insertRule(`${selector} { ${rule.style.cssText} }`, at);
    } else if (isGrouping(rule)) copyInto(rule);
  }
}

/** Once, when every sheet is there. */
export function allowShownStates(): void {
  for (const sheet of document.styleSheets) copyInto(sheet);
}

export type Shown = 'hover' | 'focus';

const pressable = 'button, a, input, select, summary';

/** Shows what is inside as if the pointer, or the focus, were on it. */
export function showState(inside: Element, shown: Shown): void {
  inside.querySelector(pressable)?.toggleAttribute(`data-${shown}`, true);
}
