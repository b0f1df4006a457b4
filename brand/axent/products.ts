/**
 * Families and models of the brand. Ids never change once they are printed on a product; a family's id and a model's
 * id are never the same, so that either can stand in a filter.
 */

export interface Names {
  readonly en: string;
  readonly 'zh-CN': string;
  readonly de: string;
}

export interface Model {
  readonly id: string;
  readonly name: Names;
}

export interface Family {
  readonly id: string;
  readonly name: Names;
  readonly models: readonly Model[];
}

/** Model names are the same in Latin letters everywhere. */
function model(id: string, latin: string, chinese: string): Model {
  return { id, name: { en: latin, 'zh-CN': chinese, de: latin } };
}

export const families: readonly Family[] = [
  {
    id: 'shower-toilets',
    name: { en: 'Shower toilets', 'zh-CN': '智能一体马桶', de: 'Dusch-WCs' },
    models: [
      model('quell-s', 'Quell S', '清源 S'),
      model('quell-m', 'Quell M', '清源 M'),
      model('quell-wall', 'Quell Wall', '清源 挂墙式'),
      model('brise', 'Brise', '微风'),
      model('stilla', 'Stilla', '静滴'),
    ],
  },
  {
    id: 'shower-seats',
    name: { en: 'Shower toilet seats', 'zh-CN': '智能马桶盖', de: 'Dusch-WC-Sitze' },
    models: [
      model('aria-seat', 'Aria', '轻语'),
      model('aria-seat-plus', 'Aria Plus', '轻语 增强版'),
      model('nova-seat', 'Nova', '新星'),
    ],
  },
  {
    id: 'basins',
    name: { en: 'Washbasins', 'zh-CN': '面盆', de: 'Waschtische' },
    models: [
      model('lago-45', 'Lago 45', '湖 45'),
      model('lago-60', 'Lago 60', '湖 60'),
      model('kiesel', 'Kiesel', '卵石'),
      model('tarn-round', 'Tarn Round', '山潭 圆形'),
    ],
  },
  {
    id: 'taps',
    name: { en: 'Taps', 'zh-CN': '龙头', de: 'Armaturen' },
    models: [
      model('rill', 'Rill', '细流'),
      model('rill-tall', 'Rill Tall', '细流 高款'),
      model('fonte', 'Fonte', '泉眼'),
      model('mira-touchless', 'Mira Touchless', '明 感应式'),
    ],
  },
  {
    id: 'showers',
    name: { en: 'Showers', 'zh-CN': '花洒', de: 'Duschen' },
    models: [model('regna', 'Regna', '雨幕'), model('regna-hand', 'Regna Hand', '雨幕 手持')],
  },
];
