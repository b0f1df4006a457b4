import type { ProblemWords } from '@axent/kernel';

export const problems: ProblemWords = {
  entry_changed: {
    en: {
      title: 'Somebody changed this entry meanwhile',
      detail: 'Nothing was written. Load the register again, look at what is new, and repeat your change.',
    },
    'zh-CN': {
      title: '该条目刚被他人更改',
      detail: '未写入任何内容。请重新加载登记册，查看最新内容后再修改。',
    },
    de: {
      title: 'Der Eintrag wurde inzwischen geändert',
      detail:
        'Nichts wurde geschrieben. Laden Sie das Verzeichnis neu, sehen Sie nach, was neu ist, und wiederholen Sie die Änderung.',
    },
  },
  entry_unknown: {
    en: { title: 'No such entry', detail: 'The register does not hold it. Load the register again.' },
    'zh-CN': { title: '没有此条目', detail: '登记册中没有该条目。请重新加载登记册。' },
    de: { title: 'Kein solcher Eintrag', detail: 'Das Verzeichnis enthält ihn nicht. Laden Sie es neu.' },
  },
  carrier_taken: {
    en: {
      title: 'This carrier has an entry already',
      detail: 'Each carrier of the settings stands behind one entry. Change that one instead.',
    },
    'zh-CN': { title: '该服务商已有条目', detail: '设置中的每个服务商只对应一个条目。请修改已有条目。' },
    de: {
      title: 'Dieser Versender hat schon einen Eintrag',
      detail: 'Zu jedem Versender der Einstellungen gehört ein Eintrag. Ändern Sie jenen.',
    },
  },
  kind_unknown: {
    en: {
      title: 'The policy knows no such third party',
      detail:
        'Choose one of the kinds it names. A carrier also needs its name in the settings, and only a carrier.',
    },
    'zh-CN': {
      title: '政策中没有此类第三方',
      detail: '请选择政策列明的类别。仅服务商类别需要填写其在设置中的名称。',
    },
    de: {
      title: 'Die Richtlinie kennt keinen solchen Dritten',
      detail:
        'Wählen Sie eine der Arten, die sie nennt. Ein Versender braucht dazu seinen Namen aus den Einstellungen, und nur ein Versender.',
    },
  },
  days_out_of_order: {
    en: {
      title: 'These days do not fit together',
      detail:
        'The last day comes after the first, and both are in the calendar. Correct them and save again.',
    },
    'zh-CN': { title: '日期不正确', detail: '截止日期应晚于起始日期，且均为有效日期。请改正后再保存。' },
    de: {
      title: 'Diese Tage passen nicht zusammen',
      detail:
        'Der letzte Tag kommt nach dem ersten, und beide stehen im Kalender. Korrigieren Sie sie und speichern Sie noch einmal.',
    },
  },
};
