import type { ProblemWords } from '@axent/kernel';

export const problems: ProblemWords = {
  own_access: {
    en: {
      title: 'Nobody reviews their own access',
      detail: 'Ask another privacy officer, or somebody with the role of security. Nothing was changed.',
    },
    'zh-CN': {
      title: '不能复查自己的权限',
      detail: '请另一位隐私负责人或安全人员来复查。未作任何更改。',
    },
    de: {
      title: 'Den eigenen Zugang sieht niemand selbst durch',
      detail:
        'Bitten Sie eine andere Datenschutzverantwortliche oder jemanden von der Sicherheit. Nichts wurde geändert.',
    },
  },
  access_gone: {
    en: {
      title: 'This role is not held any more',
      detail: 'Somebody took it away meanwhile. Load the page again to see how it stands.',
    },
    'zh-CN': { title: '此角色已不再有人持有', detail: '期间已有人将其收回。请重新载入页面查看现状。' },
    de: {
      title: 'Diese Rolle hat niemand mehr inne',
      detail: 'Jemand hat sie inzwischen entzogen. Laden Sie die Seite neu, um den Stand zu sehen.',
    },
  },
  last_officer: {
    en: {
      title: 'The last privacy officer stays',
      detail:
        'Without one nobody could publish a policy or answer a request. Bring in a second officer first.',
    },
    'zh-CN': {
      title: '最后一位隐私负责人必须保留',
      detail: '否则无人能发布政策或答复请求。请先邀请第二位负责人。',
    },
    de: {
      title: 'Die letzte Datenschutzverantwortliche bleibt',
      detail:
        'Ohne sie könnte niemand eine Erklärung veröffentlichen oder ein Begehren beantworten. Holen Sie zuerst eine zweite herein.',
    },
  },
  note_changed: {
    en: {
      title: 'This text has changed',
      detail: 'Load the page again and read it as it stands now. Nothing was noted.',
    },
    'zh-CN': { title: '此文本已更改', detail: '请重新载入页面并阅读当前版本。未作记录。' },
    de: {
      title: 'Dieser Text hat sich geändert',
      detail: 'Laden Sie die Seite neu und lesen Sie ihn, wie er jetzt lautet. Nichts wurde vermerkt.',
    },
  },
};
