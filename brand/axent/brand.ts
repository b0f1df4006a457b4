/** What another brand would replace. Screens read this file: it holds words and names, no data. */

export const brand = {
  name: 'AXENT',
  tagline: {
    en: 'Water, quietly well made.',
    'zh-CN': '静水，匠心。',
    de: 'Wasser, leise gut gemacht.',
  },
  /** The one accent of the brand in OKLCH; every other colour is the interface's own. */
  colours: {
    water: { light: 'oklch(0.48 0.09 230)', dark: 'oklch(0.78 0.08 225)' },
  },
  /** What a server resolves and imports; see the CSV files beside this file. */
  files: {
    stores: '@axent/brand/stores.csv',
    places: '@axent/brand/places.csv',
    holidays: '@axent/brand/holidays.csv',
  },
} as const;
