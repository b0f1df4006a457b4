import type { ProblemWords } from '@axent/kernel';

export const problems: ProblemWords = {
  no_such_version: {
    en: {
      title: 'No such version',
      detail:
        'The policy never had this number. Leave it out to get the version in force, or take one from the list of versions.',
    },
    'zh-CN': {
      title: '没有此版本',
      detail: '政策从未有过这个编号。不填编号即取现行版本，也可从版本列表中选择。',
    },
    de: {
      title: 'Diese Fassung gibt es nicht',
      detail:
        'Diese Nummer gab es nie. Ohne Nummer bekommen Sie die geltende Fassung; alle anderen stehen in der Liste der Fassungen.',
    },
  },
  state_changed: {
    en: {
      title: 'Things changed while you were reading',
      detail:
        'Another version is in force, or the server runs another release. Nothing was published. Load the page, look at the difference, and decide again.',
    },
    'zh-CN': {
      title: '阅读期间情况已变化',
      detail: '已有其他版本生效，或服务器运行的是其他发行版。未发布任何内容。请重新加载，查看差异后再决定。',
    },
    de: {
      title: 'Inzwischen hat sich etwas geändert',
      detail:
        'Eine andere Fassung gilt, oder der Server läuft mit einem anderen Release. Nichts wurde veröffentlicht. Laden Sie die Seite neu, sehen Sie den Unterschied an und entscheiden Sie neu.',
    },
  },
  already_published: {
    en: {
      title: 'This version is in force already',
      detail: 'There is nothing to publish. Load the page again.',
    },
    'zh-CN': { title: '此版本已生效', detail: '没有可发布的内容。请重新加载页面。' },
    de: {
      title: 'Diese Fassung gilt bereits',
      detail: 'Es gibt nichts zu veröffentlichen. Laden Sie die Seite neu.',
    },
  },
};
