import type { ProblemWords } from '@axent/kernel';

export const problems: ProblemWords = {
  push_service_unknown: {
    en: {
      title: 'Messages cannot come to this browser',
      detail: 'Its maker’s message service is not known here. Nothing was kept; mail reaches you as before.',
    },
    'zh-CN': {
      title: '无法向此浏览器发送消息',
      detail: '我们不认识其厂商的消息服务。未保存任何内容；邮件照常送达。',
    },
    de: {
      title: 'In diesen Browser können keine Nachrichten kommen',
      detail:
        'Der Nachrichtendienst seines Herstellers ist hier nicht bekannt. Nichts wurde gespeichert; Mail erreicht Sie wie bisher.',
    },
  },
  time_zone_unknown: {
    en: { title: 'That time zone does not exist', detail: 'Nothing was changed. Choose one from the list.' },
    'zh-CN': { title: '没有这个时区', detail: '未作任何更改。请从列表中选择。' },
    de: {
      title: 'Diese Zeitzone gibt es nicht',
      detail: 'Nichts wurde geändert. Wählen Sie eine aus der Liste.',
    },
  },
};
