import type { Names } from './products.ts';

/** What stores do at a person's home, or by appointment. Ids never change. */
export interface Service {
  readonly id: string;
  readonly name: Names;
}

export const services: readonly Service[] = [
  {
    id: 'measuring',
    name: { en: 'Measuring at your home', 'zh-CN': '上门测量', de: 'Ausmessen bei Ihnen' },
  },
  {
    id: 'fitting',
    name: { en: 'Fitting and connecting', 'zh-CN': '安装与接通', de: 'Montage und Anschluss' },
  },
  { id: 'descaling', name: { en: 'Descaling and care', 'zh-CN': '除垢与保养', de: 'Entkalken und Pflege' } },
  {
    id: 'trying-out',
    name: { en: 'Trying out by appointment', 'zh-CN': '预约试用', de: 'Ausprobieren mit Termin' },
  },
];
