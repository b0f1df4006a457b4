import type { ProblemWords } from '@axent/kernel';

export const problems: ProblemWords = {
  link_unknown: {
    en: {
      title: 'This link leads nowhere any more',
      detail:
        'A link works once, for a day. Was it used already? Then sign in. Otherwise ask for a new one; as long as there is no staff, starting the server again prints one.',
    },
    'zh-CN': {
      title: '此链接已失效',
      detail:
        '链接一天内有效，仅可使用一次。若已使用过，请直接登录；否则请索取新链接。尚无员工时，重新启动服务器会打印新链接。',
    },
    de: {
      title: 'Dieser Link führt nirgends mehr hin',
      detail:
        'Ein Link gilt einmal, einen Tag lang. Wurde er schon benutzt? Dann melden Sie sich an. Sonst lassen Sie sich einen neuen geben; solange es keine Mitarbeitenden gibt, zeigt ein Neustart des Servers einen.',
    },
  },
  link_guessed_out: {
    en: {
      title: 'Too many wrong codes for this link',
      detail: 'The link works no more. Ask whoever sent it for another one.',
    },
    'zh-CN': { title: '此链接的错误验证码过多', detail: '链接已失效。请向发送者索取新的链接。' },
    de: {
      title: 'Zu viele falsche Codes für diesen Link',
      detail: 'Der Link gilt nicht mehr. Verlangen Sie einen neuen von dem, der ihn geschickt hat.',
    },
  },
  address_taken: {
    en: {
      title: 'This address belongs to another account',
      detail:
        'Staff sign in with an address of their own. Go back and enter another one; the link still works.',
    },
    'zh-CN': {
      title: '此地址已属于其他账户',
      detail: '员工须使用专用地址登录。请返回填写其他地址；链接仍然有效。',
    },
    de: {
      title: 'Diese Adresse gehört zu einem anderen Konto',
      detail:
        'Mitarbeitende melden sich mit einer eigenen Adresse an. Gehen Sie zurück und nehmen Sie eine andere; der Link gilt noch.',
    },
  },
  officers_enough: {
    en: {
      title: 'There are two privacy officers',
      detail:
        'One officer may bring in a second. A third would need both, which is not offered yet; nothing was changed.',
    },
    'zh-CN': {
      title: '已有两位隐私负责人',
      detail: '一位负责人可邀请第二位。邀请第三位需两人共同同意，此功能尚未提供；未作任何更改。',
    },
    de: {
      title: 'Es gibt zwei Datenschutzverantwortliche',
      detail:
        'Eine Person darf die zweite hereinholen. Für eine dritte bräuchte es beide; das gibt es noch nicht. Nichts wurde geändert.',
    },
  },
};
