import { outsideWords } from './problem.outside.ts';
import type { CommonProblem } from './problem.ts';
import type { OneProblem } from './problem.words.ts';

type Words = Readonly<Record<CommonProblem, Readonly<Record<'en' | 'zh-CN' | 'de', OneProblem>>>>;

function words(en: [string, string], zh: [string, string], de: [string, string]) {
  const one = ([title, detail]: [string, string]): OneProblem => ({ title, detail });
  return { en: one(en), 'zh-CN': one(zh), de: one(de) };
}

export const commonWords: Words = {
  ...outsideWords,
  invalid_input: words(
    [
      'Something in the request does not fit',
      'The field {field} does not fit: {why}. Nothing was changed. Correct it and send again.',
    ],
    ['请求内容不符合要求', '字段 {field} 不符合要求：{why}。未作任何更改。请改正后重新发送。'],
    [
      'Etwas an der Anfrage passt nicht',
      'Das Feld {field} passt nicht: {why}. Nichts wurde geändert. Korrigieren und noch einmal senden.',
    ],
  ),
  malformed: words(
    [
      'The request cannot be read',
      'Its address or its JSON is broken, so nothing was looked at or changed. Send it again, whole.',
    ],
    ['请求无法读取', '地址或 JSON 内容有损坏，未作任何处理或更改。请完整地重新发送。'],
    [
      'Die Anfrage ist nicht lesbar',
      'Ihre Adresse oder ihr JSON ist beschädigt; nichts wurde angeschaut oder geändert. Senden Sie sie noch einmal, vollständig.',
    ],
  ),
  not_signed_in: words(
    ['Sign in first', 'This needs you to be signed in. Sign in and try again.'],
    ['请先登录', '此操作需要登录。请登录后再试。'],
    [
      'Zuerst anmelden',
      'Dafür müssen Sie angemeldet sein. Melden Sie sich an und versuchen Sie es noch einmal.',
    ],
  ),
  fresh_sign_in_needed: words(
    [
      'Sign in once more',
      'This act asks for a sign-in of the last ten minutes. Nothing was changed: sign in again, then repeat it.',
    ],
    ['请重新登录', '此操作需要十分钟内的登录。未作任何更改：请重新登录，然后再操作一次。'],
    [
      'Noch einmal anmelden',
      'Dieser Schritt verlangt eine Anmeldung aus den letzten zehn Minuten. Nichts wurde geändert: Melden Sie sich neu an und wiederholen Sie ihn.',
    ],
  ),
  account_closed: words(
    ['This account is closed', 'It waits to be erased. Take the closing back first, if you want to go on.'],
    ['此账户已注销', '账户正等待删除。如需继续使用，请先撤销注销。'],
    [
      'Dieses Konto ist geschlossen',
      'Es wartet darauf, gelöscht zu werden. Nehmen Sie die Schliessung zurück, wenn Sie weitermachen wollen.',
    ],
  ),
  not_allowed: words(
    ['Not yours to do', 'Your role does not allow this. Ask an administrator if it should.'],
    ['无权进行此操作', '您的角色不允许此操作。如有需要，请联系管理员。'],
    [
      'Das ist Ihnen nicht erlaubt',
      'Ihre Rolle erlaubt das nicht. Fragen Sie die Administration, falls sie es sollte.',
    ],
  ),
  cross_site: words(
    [
      'Refused: the request came from another site',
      'Writes are taken from our own pages only. Open the app and do it there.',
    ],
    ['已拒绝：请求来自其他网站', '仅接受来自本应用页面的写入。请在应用中操作。'],
    [
      'Abgelehnt: die Anfrage kam von einer fremden Seite',
      'Änderungen nehmen wir nur von unseren eigenen Seiten an. Öffnen Sie die App dafür.',
    ],
  ),
  not_accepted: words(
    [
      'Read the notice first',
      'This works after you have accepted the privacy notice. Nothing was collected.',
    ],
    ['请先阅读隐私声明', '接受隐私声明后即可使用。我们没有收集任何信息。'],
    [
      'Zuerst die Datenschutzerklärung lesen',
      'Das geht, sobald Sie die Erklärung angenommen haben. Es wurde nichts erhoben.',
    ],
  ),
  accept_anew: words(
    [
      'The notice has grown',
      'What you accepted earlier does not cover this. Read what changed and accept it, or go on without.',
    ],
    ['隐私声明有新增内容', '您之前接受的版本不包含此项。请查看变更并接受，或不使用此项。'],
    [
      'Die Erklärung ist weiter geworden',
      'Was Sie früher angenommen haben, deckt das nicht ab. Lesen Sie, was neu ist, oder verzichten Sie darauf.',
    ],
  ),
  not_in_policy: words(
    [
      'The policy does not name this',
      'What the policy does not name is refused. Nothing was used. Go on without it; the notice lists what is in use.',
    ],
    [
      '政策未包含此项',
      '政策未列明的使用一律拒绝，未使用任何信息。您可以继续使用其他部分；隐私声明列出了所有用途。',
    ],
    [
      'Die Richtlinie nennt das nicht',
      'Was die Richtlinie nicht nennt, wird abgelehnt. Nichts wurde verwendet. Machen Sie ohne weiter; die Erklärung führt auf, was verwendet wird.',
    ],
  ),
  not_offered: words(
    [
      'Not offered yet',
      'This part of the service is not built yet. Nothing was collected. The notice tells when it is; the rest works now.',
    ],
    ['尚未提供', '此部分服务尚未推出，未收集任何信息。推出后会写进隐私声明；其他部分现在即可使用。'],
    [
      'Noch nicht angeboten',
      'Dieser Teil des Dienstes ist noch nicht gebaut. Es wurde nichts erhoben. Die Erklärung sagt, sobald es ihn gibt; alles andere geht schon.',
    ],
  ),
  function_closed: words(
    [
      'This function is closed',
      'You have not opened it, or you closed it. Open it where you need it, or take the other way shown there.',
    ],
    ['此功能已关闭', '您尚未开启或已关闭此功能。可在需要时开启，或使用页面提供的其他方式。'],
    [
      'Diese Funktion ist geschlossen',
      'Sie haben sie nicht geöffnet oder wieder geschlossen. Öffnen Sie sie bei Bedarf, oder nehmen Sie den anderen Weg.',
    ],
  ),
  open_anew: words(
    [
      'Open this function anew',
      'It has grown since you opened it; your earlier opening holds for what it covered. Open it anew to go on.',
    ],
    ['请重新开启此功能', '自您开启以来该功能已有扩展；原授权仍只在原范围内有效。重新开启后即可继续。'],
    [
      'Neu öffnen',
      'Die Funktion ist seit Ihrem Öffnen weiter geworden; Ihre frühere Öffnung gilt für das Frühere. Zum Weitermachen neu öffnen.',
    ],
  ),
  objected: words(
    ['You objected to this use', 'It stays switched off until you switch it on in the privacy centre.'],
    ['您已反对此用途', '在您于隐私中心重新开启之前，它保持关闭。'],
    [
      'Sie haben widersprochen',
      'Diese Verwendung bleibt aus, bis Sie sie im Datenschutzbereich einschalten.',
    ],
  ),
  not_found: words(
    ['Nothing is here', 'This address leads nowhere. Start again from the first page.'],
    ['此处没有内容', '该地址不存在。请从首页重新开始。'],
    ['Hier ist nichts', 'Diese Adresse führt nirgendwohin. Beginnen Sie auf der ersten Seite.'],
  ),
  method_not_allowed: words(
    [
      'This address works differently',
      'It does not take this method. The API reference shows which it takes.',
    ],
    ['此地址不支持该方法', '请查看接口文档了解支持的方法。'],
    [
      'Diese Adresse arbeitet anders',
      'Diese Methode nimmt sie nicht an. Die API-Beschreibung zeigt, welche.',
    ],
  ),
  already_done: words(
    [
      'Already done',
      'This very request was carried out before; it was not done twice. Reload to see the result.',
    ],
    ['已完成', '相同的请求此前已执行，不会重复执行。请刷新查看结果。'],
    [
      'Schon erledigt',
      'Genau diese Anfrage wurde bereits ausgeführt und nicht wiederholt. Laden Sie neu, um das Ergebnis zu sehen.',
    ],
  ),
  shredded: words(
    [
      'Gone for good',
      'Its key was destroyed, so that nobody can read it any more, not even we. Send it again if it is still needed.',
    ],
    ['已永久销毁', '其密钥已销毁，任何人（包括我们）都无法再读取。如仍需要，请重新提交。'],
    [
      'Endgültig fort',
      'Der Schlüssel dazu ist vernichtet; niemand kann es mehr lesen, auch wir nicht. Wird es noch gebraucht, senden Sie es noch einmal.',
    ],
  ),
  body_too_large: words(
    ['Too much at once', 'The request is larger than this takes. Send less.'],
    ['内容过大', '请求超出允许的大小。请减少内容后重试。'],
    ['Zu viel auf einmal', 'Die Anfrage ist grösser, als hier angenommen wird. Senden Sie weniger.'],
  ),
  content_type: words(
    ['Send JSON', 'Writes are taken as application/json.'],
    ['请发送 JSON', '写入操作仅接受 application/json。'],
    ['JSON senden', 'Änderungen werden als application/json angenommen.'],
  ),
  idempotency_key_reused: words(
    [
      'This key was used for something else',
      'The idempotency key belongs to a different request. Use a new one.',
    ],
    ['此键已用于其他请求', '该幂等键属于另一请求。请使用新的键。'],
    [
      'Dieser Schlüssel gehört zu etwas anderem',
      'Der Idempotenzschlüssel wurde für eine andere Anfrage verwendet. Nehmen Sie einen neuen.',
    ],
  ),
  too_many_requests: words(
    ['A moment, please', 'That was a lot in a short time. Try again in {retry_after_s} seconds.'],
    ['请稍候', '短时间内请求过多。请在 {retry_after_s} 秒后重试。'],
    ['Einen Moment', 'Das war viel in kurzer Zeit. Versuchen Sie es in {retry_after_s} Sekunden wieder.'],
  ),
  internal: words(
    [
      'Something broke on our side',
      'Nothing of what you sent was used up. Try again; if it stays broken, tell us what you were doing.',
    ],
    ['我们这边出了问题', '您提交的内容没有丢失。请重试；如仍有问题，请告诉我们您当时的操作。'],
    [
      'Bei uns ist etwas kaputtgegangen',
      'Nichts von dem, was Sie gesendet haben, ist verbraucht. Versuchen Sie es noch einmal; sonst sagen Sie uns, was Sie gerade taten.',
    ],
  ),
  busy: words(
    ['Very busy just now', 'Nothing was lost. Try again in a few seconds.'],
    ['当前繁忙', '没有丢失任何内容。请几秒后重试。'],
    ['Gerade sehr viel los', 'Nichts ging verloren. Versuchen Sie es in ein paar Sekunden wieder.'],
  ),
  database_unavailable: words(
    [
      'Our memory is out of reach',
      'The database does not answer. Nothing was changed; try again in a few seconds.',
    ],
    ['数据库暂时无法访问', '未作任何更改。请几秒后重试。'],
    [
      'Unser Gedächtnis ist nicht erreichbar',
      'Die Datenbank antwortet nicht. Nichts wurde geändert; versuchen Sie es in ein paar Sekunden wieder.',
    ],
  ),
  no_room: words(
    [
      'We have no room to keep this',
      'Our disk is full, and we have been told. Nothing was changed; try again in a few minutes.',
    ],
    ['存储空间已满', '我们已收到提醒。未作任何更改，请几分钟后重试。'],
    [
      'Uns fehlt der Platz dafür',
      'Unser Speicher ist voll, und wir wissen davon. Nichts wurde geändert; versuchen Sie es in ein paar Minuten wieder.',
    ],
  ),
  not_recorded: words(
    [
      'Not answered: it could not be recorded',
      'No use of your data goes without its record, so nothing was shown and nothing changed. Try again in a minute; if it stays so, write to the privacy officer.',
    ],
    [
      '无法记录，因此没有答复',
      '没有记录就不使用您的数据，因此什么也没有显示，也没有更改。请一分钟后重试；如仍如此，请联系隐私专员。',
    ],
    [
      'Keine Antwort, weil der Eintrag fehlschlug',
      'Ohne Eintrag wird nichts von Ihnen verwendet; darum wurde nichts gezeigt und nichts geändert. Versuchen Sie es in einer Minute wieder; bleibt es so, schreiben Sie der Datenschutzstelle.',
    ],
  ),
};
