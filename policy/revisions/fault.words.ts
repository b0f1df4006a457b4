import type { ClauseWords, Language } from '../shape.ts';

interface FaultWords {
  readonly clause: ClauseWords;
  readonly category: string;
  readonly holds: string;
}

export const faultWords: Readonly<Record<Language, FaultWords>> = {
  en: {
    clause: {
      title: 'When a product reports a fault',
      short: 'Fault code, bar code and software version of the product help to repair it.',
      text: [
        'You read the fault off the product or the product passes it on; either way you see it before it is sent.',
        'It tells us what is broken and whether other units have the same fault. It says nothing about how you live.',
      ],
    },
    category: 'Product faults',
    holds: 'Fault code, bar code and software version of the product.',
  },
  'zh-CN': {
    clause: {
      title: '产品报告故障时',
      short: '产品的故障代码、条形码和软件版本，帮助我们把它修好。',
      text: [
        '由您从产品上读出，或由产品转交；无论哪种，发送之前您都看得到。',
        '它告诉我们哪里坏了，别的产品有没有同样的毛病，不涉及您怎样生活。',
      ],
    },
    category: '产品故障',
    holds: '产品的故障代码、条形码和软件版本。',
  },
  de: {
    clause: {
      title: 'Wenn ein Produkt eine Störung meldet',
      short: 'Störungscode, Strichcode und Softwareversion des Produkts helfen, es zu reparieren.',
      text: [
        'Sie lesen die Störung am Produkt ab, oder es gibt sie weiter; in beiden Fällen sehen Sie sie, bevor sie abgeht.',
        'Sie zeigt uns, was defekt ist und ob andere Geräte denselben Fehler haben. Über Ihr Leben sagt sie nichts.',
      ],
    },
    category: 'Produktstörungen',
    holds: 'Störungscode, Strichcode und Softwareversion des Produkts.',
  },
};
