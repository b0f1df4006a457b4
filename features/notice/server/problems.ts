import type { ProblemWords } from '@axent/kernel';

export const problems: ProblemWords = {
  version_unknown: {
    en: { title: 'No such version', detail: 'The notice never had this version. Choose one from the list.' },
    'zh-CN': { title: '没有此版本', detail: '隐私声明没有这个版本。请从列表中选择。' },
    de: {
      title: 'Diese Fassung gibt es nicht',
      detail: 'Die Erklärung hatte nie diese Fassung. Wählen Sie eine aus der Liste.',
    },
  },
  notice_changed: {
    en: {
      title: 'The notice changed while you read',
      detail: 'A newer version was published. Load it, see what is different, and decide again.',
    },
    'zh-CN': { title: '阅读期间声明已更新', detail: '已发布新版本。请重新加载，查看差异后再作决定。' },
    de: {
      title: 'Die Erklärung hat sich geändert, während Sie lasen',
      detail:
        'Eine neuere Fassung wurde veröffentlicht. Laden Sie sie, sehen Sie nach, was anders ist, und entscheiden Sie neu.',
    },
  },
};
