import type { ProblemWords } from '@axent/kernel';

export const problems: ProblemWords = {
  text_unreadable: {
    en: {
      title: 'This holds signs that nobody can read',
      detail: 'Something unseen was pasted along. Nothing was changed. Type it by hand, and keep it again.',
    },
    'zh-CN': {
      title: '其中含有无法阅读的字符',
      detail: '粘贴时带入了看不见的字符。未作任何更改。请手动输入后重新保存。',
    },
    de: {
      title: 'Darin stehen Zeichen, die niemand lesen kann',
      detail:
        'Beim Einfügen kam etwas Unsichtbares mit. Nichts wurde geändert. Tippen Sie es von Hand und speichern Sie noch einmal.',
    },
  },
  text_too_long: {
    en: {
      title: 'This is longer than fits on an envelope',
      detail: 'Nothing was changed. Shorten it as you would on paper, and keep it again.',
    },
    'zh-CN': { title: '内容过长，信封上写不下', detail: '未作任何更改。请像写在纸上那样缩短后重新保存。' },
    de: {
      title: 'Das ist länger, als auf einen Umschlag passt',
      detail: 'Nichts wurde geändert. Kürzen Sie es wie auf Papier und speichern Sie noch einmal.',
    },
  },
  field_missing: {
    en: {
      title: 'Something is missing for the mail to arrive',
      detail: 'Nothing was changed. Fill in what the country asks for, or empty the whole address.',
    },
    'zh-CN': {
      title: '地址不完整，邮件无法送达',
      detail: '未作任何更改。请补全该国家要求的内容，或清空整个地址。',
    },
    de: {
      title: 'Damit Post ankommt, fehlt noch etwas',
      detail:
        'Nichts wurde geändert. Ergänzen Sie, was das Land verlangt, oder leeren Sie die ganze Adresse.',
    },
  },
  postcode_invalid: {
    en: {
      title: 'No postcode there looks like this',
      detail:
        'Nothing was changed. Compare it with an example of the country, {example}, or choose another country.',
    },
    'zh-CN': {
      title: '该国家没有这样的邮编',
      detail: '未作任何更改。请对照该国家的示例 {example}，或选择其他国家。',
    },
    de: {
      title: 'So sieht dort keine Postleitzahl aus',
      detail:
        'Nichts wurde geändert. Vergleichen Sie mit einem Beispiel des Landes, {example}, oder wählen Sie ein anderes Land.',
    },
  },
  province_invalid: {
    en: {
      title: 'A province is two letters here',
      detail: 'Nothing was changed. Write its sign, for example MI for Milan.',
    },
    'zh-CN': { title: '此处省份用两个字母表示', detail: '未作任何更改。请填写代号，例如米兰为 MI。' },
    de: {
      title: 'Eine Provinz sind hier zwei Buchstaben',
      detail: 'Nichts wurde geändert. Schreiben Sie ihr Zeichen, zum Beispiel MI für Mailand.',
    },
  },
  country_unknown: {
    en: {
      title: 'We cannot send anything to this country',
      detail: 'Nothing was changed. Choose one from the list.',
    },
    'zh-CN': { title: '我们无法寄送到该国家或地区', detail: '未作任何更改。请从列表中选择。' },
    de: {
      title: 'In dieses Land können wir nichts senden',
      detail: 'Nichts wurde geändert. Wählen Sie eines aus der Liste.',
    },
  },
};
