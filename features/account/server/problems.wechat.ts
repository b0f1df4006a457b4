import type { ProblemWords } from '@axent/kernel';

const words = (
  en: readonly [string, string],
  zh: readonly [string, string],
  de: readonly [string, string],
) => ({
  en: { title: en[0], detail: en[1] },
  'zh-CN': { title: zh[0], detail: zh[1] },
  de: { title: de[0], detail: de[1] },
});

export const wechatProblems: ProblemWords = {
  wechat_not_offered: words(
    ['WeChat cannot be used here', 'This browser or this service offers no way to it. Sign in another way.'],
    ['此处无法使用微信', '当前浏览器或服务不支持。请使用其他方式登录。'],
    [
      'WeChat geht hier nicht',
      'Von diesem Browser oder Dienst führt kein Weg dorthin. Melden Sie sich anders an.',
    ],
  ),
  wechat_state: words(
    [
      'This way back from WeChat no longer counts',
      'Each counts once, for ten minutes, in the browser that went there. Nothing was changed. Begin again.',
    ],
    ['此次微信返回已失效', '每次仅在发起的浏览器中有效一次，时限十分钟。未作任何更改。请重新开始。'],
    [
      'Dieser Rückweg von WeChat gilt nicht mehr',
      'Jeder gilt einmal, zehn Minuten lang, im Browser, der dorthin ging. Nichts wurde geändert. Beginnen Sie neu.',
    ],
  ),
  wechat_refused: words(
    [
      'WeChat did not confirm who you are',
      'What it sent had run out or was used before. Nothing was changed. Begin again.',
    ],
    ['微信未能确认您的身份', '返回的凭证已过期或已使用。未作任何更改。请重新开始。'],
    [
      'WeChat hat nicht bestätigt, wer Sie sind',
      'Was es schickte, war abgelaufen oder schon gebraucht. Nichts wurde geändert. Beginnen Sie neu.',
    ],
  ),
  wechat_preview: words(
    [
      'WeChat shows only a preview of this page',
      'Open the whole page at the bottom of the screen and begin again. No account was made.',
    ],
    ['微信正在以快照方式显示此页面', '请点击屏幕底部“使用完整服务”，然后重新开始。未创建任何账户。'],
    [
      'WeChat zeigt nur eine Vorschau dieser Seite',
      'Öffnen Sie unten am Bildschirm die ganze Seite und beginnen Sie neu. Es wurde kein Konto angelegt.',
    ],
  ),
  wechat_down: words(
    [
      'WeChat does not answer just now',
      'Nothing was changed. Try again in a moment, or sign in another way.',
    ],
    ['微信暂时没有响应', '未作任何更改。请稍后重试，或使用其他方式登录。'],
    [
      'WeChat antwortet gerade nicht',
      'Nichts wurde geändert. Versuchen Sie es gleich noch einmal, oder melden Sie sich anders an.',
    ],
  ),
  wechat_misconfigured: words(
    [
      'WeChat does not know this service',
      'That is for us to put right, and we can see it. Nothing was changed. Sign in another way meanwhile.',
    ],
    ['微信无法识别本服务', '这需要由我们处理，我们已能看到此问题。未作任何更改。请先使用其他方式登录。'],
    [
      'WeChat kennt diesen Dienst nicht',
      'Das müssen wir richten, und wir sehen es. Nichts wurde geändert. Melden Sie sich solange anders an.',
    ],
  ),
  wechat_taken: words(
    [
      'This WeChat account opens another account',
      'To change that, sign out here, sign in by WeChat and remove it under “Signing in”. Nothing was changed.',
    ],
    ['此微信已用于另一个账户', '如需更改，请先在此退出，用微信登录，并在“登录方式”中移除。未作任何更改。'],
    [
      'Dieses WeChat-Konto öffnet ein anderes Konto',
      'Um das zu ändern: hier abmelden, mit WeChat anmelden und es unter «Anmeldung» entfernen. Nichts wurde geändert.',
    ],
  ),
};
