import type { ProblemWords } from '@axent/kernel';

export const problems: ProblemWords = {
  no_incident: {
    en: {
      title: 'No such incident stands',
      detail:
        'Addresses are opened only for a named incident that somebody else approved and that has not ended. Nothing was opened.',
    },
    'zh-CN': {
      title: '没有这样的有效事件',
      detail: '只有经另一人批准且尚未结束的具名事件，才能打开地址。未打开任何内容。',
    },
    de: {
      title: 'Kein solcher Vorfall besteht',
      detail:
        'Adressen öffnet man nur für einen benannten Vorfall, den jemand anders gutgeheissen hat und der nicht beendet ist. Nichts wurde geöffnet.',
    },
  },
  incident_unknown: {
    en: {
      title: 'There is no such incident',
      detail: 'Load the page again and choose one of the list.',
    },
    'zh-CN': { title: '没有此事件', detail: '请重新载入页面，从列表中选择。' },
    de: {
      title: 'Diesen Vorfall gibt es nicht',
      detail: 'Laden Sie die Seite neu, und wählen Sie einen aus der Liste.',
    },
  },
  incident_decided: {
    en: {
      title: 'This incident was decided already',
      detail: 'Somebody approved or ended it meanwhile. Load the page again to see how it stands.',
    },
    'zh-CN': { title: '此事件已有决定', detail: '期间已有人批准或结束。请重新载入页面查看现状。' },
    de: {
      title: 'Über diesen Vorfall ist entschieden',
      detail:
        'Jemand hat ihn inzwischen gutgeheissen oder beendet. Laden Sie die Seite neu, um den Stand zu sehen.',
    },
  },
  own_incident: {
    en: {
      title: 'Somebody else approves it',
      detail:
        'You proposed this incident. Ask another privacy officer, or somebody of security, to read and approve it.',
    },
    'zh-CN': {
      title: '须由另一人批准',
      detail: '此事件由您提出。请另一位隐私负责人或安全人员阅读并批准。',
    },
    de: {
      title: 'Jemand anders heisst ihn gut',
      detail:
        'Sie haben diesen Vorfall vorgeschlagen. Bitten Sie jemanden vom Datenschutz oder von der Sicherheit, ihn zu lesen und gutzuheissen.',
    },
  },
  incident_name_taken: {
    en: {
      title: 'An incident has this name already',
      detail: 'Each has a name of its own, so that nobody mixes them up. Choose another.',
    },
    'zh-CN': { title: '已有同名事件', detail: '每个事件名称唯一，以免混淆。请另选名称。' },
    de: {
      title: 'So heisst schon ein Vorfall',
      detail: 'Jeder hat einen eigenen Namen, damit niemand sie verwechselt. Wählen Sie einen anderen.',
    },
  },
  window_wrong: {
    en: {
      title: 'These times are not a window',
      detail:
        'A window has to begin in the past and end after it begins. Nothing was written; correct the times.',
    },
    'zh-CN': { title: '时段无效', detail: '时段须从过去开始，且结束晚于开始。未写入任何内容，请更正时间。' },
    de: {
      title: 'Das ist kein Zeitraum',
      detail:
        'Er muss in der Vergangenheit beginnen und nach seinem Beginn enden. Nichts wurde geschrieben; berichtigen Sie die Zeiten.',
    },
  },
  window_too_long: {
    en: {
      title: 'A window is seven days at most',
      detail: 'Only what the incident needs is opened. Narrow the times, or propose a second incident.',
    },
    'zh-CN': { title: '时段最长七天', detail: '只打开事件所需的部分。请缩短时段，或另提一个事件。' },
    de: {
      title: 'Ein Zeitraum dauert höchstens sieben Tage',
      detail:
        'Geöffnet wird nur, was der Vorfall braucht. Engen Sie die Zeiten ein, oder schlagen Sie einen zweiten vor.',
    },
  },
};
