/** Words for what third parties and legal exceptions are refused. */
export const outsideWords = {
  recipient_unknown: {
    en: {
      title: 'Nobody by this entry gets data',
      detail:
        'No such third party is in the register, or it is no longer one of ours. Nothing was handed over.',
    },
    'zh-CN': {
      title: '该条目不接收数据',
      detail: '登记册中没有此第三方，或其已不再与我们合作。未提供任何数据。',
    },
    de: {
      title: 'Unter diesem Eintrag erhält niemand Daten',
      detail:
        'Das Verzeichnis kennt diesen Dritten nicht, oder er ist keiner mehr von uns. Nichts wurde übergeben.',
    },
  },
  recipient_elsewhere: {
    en: {
      title: 'It stands under another law',
      detail:
        'This third party belongs to another legal area, and personal data never crosses. Nothing was handed over.',
    },
    'zh-CN': {
      title: '其适用其他法域的法律',
      detail: '该第三方属于另一法域，个人信息绝不跨域传输。未提供任何数据。',
    },
    de: {
      title: 'Dort gilt anderes Recht',
      detail:
        'Dieser Dritte gehört zu einem anderen Rechtsraum, und Personendaten verlassen den ihren nie. Nichts wurde übergeben.',
    },
  },
  terms_missing: {
    en: {
      title: 'No confidentiality terms on file',
      detail: 'Without terms no data leaves. A privacy officer enters them in the register of third parties.',
    },
    'zh-CN': {
      title: '没有保密条款记录',
      detail: '没有条款就不提供数据。请由隐私负责人在第三方登记册中录入。',
    },
    de: {
      title: 'Keine Vertraulichkeitsregeln hinterlegt',
      detail:
        'Ohne sie verlassen keine Daten das Haus. Die Datenschutzstelle trägt sie im Verzeichnis der Dritten ein.',
    },
  },
  terms_out_of_date: {
    en: {
      title: 'The confidentiality terms do not hold today',
      detail:
        'They have run out or not begun. What was handed over before stands; nothing further leaves until they are renewed.',
    },
    'zh-CN': {
      title: '保密条款今日无效',
      detail: '条款已到期或尚未生效。此前提供的不受影响；续签之前不再提供任何数据。',
    },
    de: {
      title: 'Die Vertraulichkeitsregeln gelten heute nicht',
      detail:
        'Sie sind abgelaufen oder noch nicht in Kraft. Früher Übergebenes bleibt; Weiteres geht erst, wenn sie erneuert sind.',
    },
  },
  field_not_listed: {
    en: {
      title: 'This field is not for them',
      detail:
        'Policy and register list what this third party gets, and this is not among it. It was not handed over.',
    },
    'zh-CN': {
      title: '此字段不对其提供',
      detail: '政策与登记册列明了该第三方可获得的内容，此字段不在其中。未予提供。',
    },
    de: {
      title: 'Dieses Feld ist nicht für sie bestimmt',
      detail:
        'Richtlinie und Verzeichnis nennen, was dieser Dritte erhält; dieses Feld ist nicht dabei. Es wurde nicht übergeben.',
    },
  },
  share_ended: {
    en: {
      title: 'This sharing is over',
      detail: 'It was taken back, or the work it was for has ended. Begin it anew if it is still needed.',
    },
    'zh-CN': {
      title: '本次共享已结束',
      detail: '共享已被撤回，或其所服务的工作已完成。如仍需要，请重新开始。',
    },
    de: {
      title: 'Diese Weitergabe ist beendet',
      detail:
        'Sie wurde zurückgenommen, oder die Arbeit, für die sie galt, ist zu Ende. Beginnen Sie sie neu, wenn es sie noch braucht.',
    },
  },
  no_matter: {
    en: {
      title: 'No legal exception covers this',
      detail:
        'No matter that stands now names this person, these data, this purpose and your role. Nothing was opened.',
    },
    'zh-CN': {
      title: '没有法定例外适用于此',
      detail: '目前没有有效的事项同时涵盖此人、这些数据、此目的和您的角色。未打开任何数据。',
    },
    de: {
      title: 'Keine gesetzliche Ausnahme deckt das',
      detail:
        'Kein geltender Vorgang nennt diese Person, diese Daten, diesen Zweck und Ihre Rolle. Nichts wurde geöffnet.',
    },
  },
} as const;
