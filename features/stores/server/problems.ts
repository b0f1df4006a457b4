import type { ProblemWords } from '@axent/kernel';

/** Words for what can go wrong when stores are looked for. Nothing that was typed or measured is repeated in them. */
export const problems: ProblemWords = {
  position_invalid: {
    en: {
      title: 'The device gave no usable position',
      detail: 'Nothing was kept. Type a place or a postcode instead, or try again under open sky.',
    },
    'zh-CN': {
      title: '设备没有给出可用的位置',
      detail: '没有保存任何信息。请改为输入地名或邮政编码，或到空旷处再试。',
    },
    de: {
      title: 'Das Gerät hat keinen brauchbaren Standort geliefert',
      detail:
        'Nichts wurde behalten. Geben Sie einen Ort oder eine Postleitzahl ein, oder versuchen Sie es im Freien.',
    },
  },
  place_unknown: {
    en: {
      title: 'We do not know this place',
      detail: 'Type the name of a larger town nearby, or a postcode.',
    },
    'zh-CN': { title: '未找到该地点', detail: '请输入附近较大城市的名称或邮政编码。' },
    de: {
      title: 'Diesen Ort kennen wir nicht',
      detail: 'Geben Sie den Namen einer grösseren Stadt in der Nähe oder eine Postleitzahl ein.',
    },
  },
  no_store: {
    en: {
      title: 'No store fits',
      detail: 'No store anywhere has all of what you asked for. Leave out a filter and search again.',
    },
    'zh-CN': { title: '没有符合条件的门店', detail: '没有门店同时满足所有条件。请减少筛选条件后再搜索。' },
    de: {
      title: 'Kein Geschäft passt',
      detail:
        'Nirgends gibt es ein Geschäft mit allem, was Sie suchen. Lassen Sie einen Filter weg und suchen Sie neu.',
    },
  },
  store_unknown: {
    en: {
      title: 'This store is not there any more',
      detail: 'It has closed or moved since the link was made. Search for the nearest store instead.',
    },
    'zh-CN': { title: '该门店已不存在', detail: '门店可能已关闭或搬迁。请重新搜索最近的门店。' },
    de: {
      title: 'Dieses Geschäft gibt es nicht mehr',
      detail: 'Es hat geschlossen oder ist umgezogen. Suchen Sie stattdessen das nächste Geschäft.',
    },
  },
};
