import type { ProblemWords } from '@axent/kernel';
import { recoveryProblems } from './problems.recovery.ts';

export const problems: ProblemWords = {
  ...recoveryProblems,
  proof_needed: {
    en: {
      title: 'We do not know yet who asks',
      detail: 'Prove a mail address or a number with a code first, or sign in. Nothing was sent off.',
    },
    'zh-CN': {
      title: '尚不知道是谁在提出请求',
      detail: '请先用验证码证明一个邮箱地址或号码，或者登录。尚未提交任何内容。',
    },
    de: {
      title: 'Noch ist nicht klar, wer begehrt',
      detail:
        'Weisen Sie zuerst eine Mailadresse oder Nummer mit einem Code nach, oder melden Sie sich an. Abgeschickt wurde nichts.',
    },
  },
  proof_over: {
    en: {
      title: 'The half hour of your code is over',
      detail: 'Have another code sent to your address. What you wrote is still here.',
    },
    'zh-CN': { title: '验证已超过半小时', detail: '请重新获取验证码。您写下的内容仍在。' },
    de: {
      title: 'Die halbe Stunde Ihres Codes ist um',
      detail: 'Lassen Sie einen neuen Code an Ihre Adresse senden. Was Sie geschrieben haben, ist noch da.',
    },
  },
  requests_open: {
    en: {
      title: 'Ten of your requests are open',
      detail:
        'This one was not taken. Wait for an answer, or take one of them back; what they have in common can stand in one.',
    },
    'zh-CN': {
      title: '您已有十个请求在处理',
      detail: '此请求未提交。请等待答复，或撤回其中一个；相同的事项可以合在一个请求里。',
    },
    de: {
      title: 'Zehn Ihrer Begehren sind offen',
      detail:
        'Dieses wurde nicht angenommen. Warten Sie eine Antwort ab, oder nehmen Sie eines zurück; was zusammengehört, passt in eines.',
    },
  },
  request_unknown: {
    en: {
      title: 'There is no such request here',
      detail: 'Load the page again and choose one of the list. Nothing was changed.',
    },
    'zh-CN': { title: '这里没有此请求', detail: '请重新载入页面，从列表中选择。未更改任何内容。' },
    de: {
      title: 'Dieses Begehren gibt es hier nicht',
      detail: 'Laden Sie die Seite neu, und wählen Sie eines aus der Liste. Geändert wurde nichts.',
    },
  },
  request_closed: {
    en: {
      title: 'This request is closed',
      detail: 'It was answered, refused or taken back meanwhile. Load the page again to see how it ended.',
    },
    'zh-CN': { title: '此请求已结束', detail: '期间已答复、拒绝或撤回。请重新载入页面查看结果。' },
    de: {
      title: 'Dieses Begehren ist abgeschlossen',
      detail:
        'Es wurde inzwischen beantwortet, abgelehnt oder zurückgenommen. Laden Sie die Seite neu, um zu sehen, wie es ausging.',
    },
  },
  not_in_hand: {
    en: {
      title: 'You do not have this request in hand',
      detail: 'Take it first. What you wrote was kept on the screen and not sent.',
    },
    'zh-CN': { title: '此请求不在您手中', detail: '请先领取。您写下的内容仍在屏幕上，未发送。' },
    de: {
      title: 'Sie haben dieses Begehren nicht in der Hand',
      detail: 'Nehmen Sie es zuerst. Was Sie geschrieben haben, steht noch da und ging nicht hinaus.',
    },
  },
  extended_already: {
    en: {
      title: 'It was put off once already',
      detail: 'The law allows it once. Answer or refuse by the day that was told.',
    },
    'zh-CN': { title: '已延期过一次', detail: '法律只允许延期一次。请在已告知的日期前答复或拒绝。' },
    de: {
      title: 'Es wurde schon einmal verlängert',
      detail: 'Das Gesetz erlaubt es einmal. Antworten Sie bis zum mitgeteilten Tag, oder lehnen Sie ab.',
    },
  },
  overdue: {
    en: {
      title: 'The day is over already',
      detail: 'Time can be extended only before the answer is due. Answer now, and say why it is late.',
    },
    'zh-CN': { title: '期限已过', detail: '只能在到期之前延期。请立即答复，并说明迟延的原因。' },
    de: {
      title: 'Der Tag ist schon vorbei',
      detail: 'Verlängern geht nur vor dem Termin. Antworten Sie jetzt, und sagen Sie, warum es spät ist.',
    },
  },
};
