import type { ProblemWords } from '@axent/kernel';
import { evidenceProblems } from './problems.evidence.ts';

export const problems: ProblemWords = {
  ...evidenceProblems,
  no_basis: {
    en: {
      title: 'There is no lawful basis here',
      detail:
        'The policy names no such basis for this ground in your legal area. Without one there is no matter.',
    },
    'zh-CN': {
      title: '此法域没有该合法依据',
      detail: '政策未列明该依据适用于本法域的此项理由。没有合法依据，事项不能成立。',
    },
    de: {
      title: 'Hier gibt es keine Rechtsgrundlage',
      detail:
        'Die Richtlinie nennt für diesen Grund in Ihrem Rechtsraum keine solche Grundlage. Ohne sie gibt es keinen Vorgang.',
    },
  },
  role_unfit: {
    en: {
      title: 'This role does not act for this purpose',
      detail: 'Choose among the roles that the policy lets act for it. Nothing was proposed.',
    },
    'zh-CN': { title: '该角色不能用于此目的', detail: '请在政策允许的角色中选择。未提交任何提议。' },
    de: {
      title: 'Diese Rolle handelt nicht für diesen Zweck',
      detail: 'Wählen Sie unter den Rollen, die die Richtlinie dafür zulässt. Nichts wurde vorgeschlagen.',
    },
  },
  person_unknown: {
    en: {
      title: 'Somebody on the list is not known',
      detail:
        'Number {number} has no account by that address or number. Nothing was proposed; check it against the evidence.',
    },
    'zh-CN': {
      title: '名单中有人不存在',
      detail: '第 {number} 项没有对应的账户。未提交任何提议；请对照证据核实。',
    },
    de: {
      title: 'Jemand auf der Liste ist nicht bekannt',
      detail:
        'Nummer {number} hat unter dieser Adresse oder Nummer kein Konto. Nichts wurde vorgeschlagen; vergleichen Sie mit dem Beleg.',
    },
  },
  evidence_missing: {
    en: {
      title: 'No evidence',
      detail: 'A matter needs a written document. Choose its file and propose again.',
    },
    'zh-CN': { title: '缺少证据', detail: '事项需要书面文件。请选择文件后重新提议。' },
    de: {
      title: 'Kein Beleg',
      detail:
        'Ein Vorgang braucht ein Schriftstück. Wählen Sie die Datei und schlagen Sie ihn noch einmal vor.',
    },
  },
  end_past: {
    en: {
      title: 'The last day is over',
      detail: 'A matter ends on a day to come, and on one that is in the calendar. Nothing changed.',
    },
    'zh-CN': { title: '截止日期已过', detail: '事项须在未来的有效日期结束。未作任何更改。' },
    de: {
      title: 'Der letzte Tag ist vorbei',
      detail:
        'Ein Vorgang endet an einem künftigen Tag, und an einem, den der Kalender kennt. Nichts wurde geändert.',
    },
  },
  end_too_far: {
    en: {
      title: 'The last day is too far off',
      detail: 'The policy limits how long a matter on this ground stands. Choose an earlier day.',
    },
    'zh-CN': { title: '截止日期过远', detail: '政策限定了此类事项的最长期限。请选择更早的日期。' },
    de: {
      title: 'Der letzte Tag liegt zu fern',
      detail:
        'Die Richtlinie begrenzt, wie lange ein Vorgang auf diesem Grund gilt. Wählen Sie einen früheren Tag.',
    },
  },
  name_taken: {
    en: {
      title: 'There is a matter of this name',
      detail: 'Give it a name of its own, for example the file number.',
    },
    'zh-CN': { title: '已有同名事项', detail: '请使用不同的名称，例如案卷编号。' },
    de: {
      title: 'Einen Vorgang dieses Namens gibt es schon',
      detail: 'Geben Sie ihm einen eigenen, zum Beispiel das Aktenzeichen.',
    },
  },
  matter_unknown: {
    en: { title: 'No such matter', detail: 'It is not in the list. Load the list again.' },
    'zh-CN': { title: '没有此事项', detail: '列表中没有该事项。请重新加载列表。' },
    de: { title: 'Kein solcher Vorgang', detail: 'Er steht nicht in der Liste. Laden Sie sie neu.' },
  },
  own_proposal: {
    en: {
      title: 'You proposed it yourself',
      detail: 'It takes a second person. Ask another privacy officer to look at the evidence and approve it.',
    },
    'zh-CN': { title: '这是您本人的提议', detail: '需要第二个人批准。请另一位隐私负责人查看证据并批准。' },
    de: {
      title: 'Sie haben ihn selbst vorgeschlagen',
      detail:
        'Es braucht eine zweite Person. Bitten Sie jemand anderen der Datenschutzstelle, den Beleg anzusehen und zuzustimmen.',
    },
  },
  already_approved: {
    en: { title: 'Somebody approved it already', detail: 'It stands. There is nothing left to do.' },
    'zh-CN': { title: '已有人批准', detail: '该事项已生效，无需再操作。' },
    de: { title: 'Jemand hat schon zugestimmt', detail: 'Er gilt. Es bleibt nichts zu tun.' },
  },
  matter_ended: {
    en: {
      title: 'It has ended',
      detail: 'What has ended opens nothing more. Propose a new matter if one is needed.',
    },
    'zh-CN': { title: '事项已结束', detail: '已结束的事项不再开放任何内容。如有需要，请提出新的事项。' },
    de: {
      title: 'Er ist beendet',
      detail:
        'Was beendet ist, öffnet nichts mehr. Schlagen Sie einen neuen Vorgang vor, wenn es einen braucht.',
    },
  },
  day_unknown: {
    en: { title: 'This day is not in the calendar', detail: 'Choose another one. Nothing changed.' },
    'zh-CN': { title: '日期不存在', detail: '请选择其他日期。未作任何更改。' },
    de: {
      title: 'Diesen Tag kennt der Kalender nicht',
      detail: 'Wählen Sie einen anderen. Nichts wurde geändert.',
    },
  },
};
