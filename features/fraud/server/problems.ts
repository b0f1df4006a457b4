import type { ProblemWords } from '@axent/kernel';

/** Why something is held up: the rule in plain words, and what leads on. */
export const problems: ProblemWords = {
  fraud_sms_pumping: {
    en: {
      title: 'No more codes by SMS to this range of numbers',
      detail:
        'From here, codes were asked for to several numbers of one block, as fraudsters do who earn on each SMS. Nothing was sent. Use your mail address: it works at once. Or try again in an hour.',
    },
    'zh-CN': {
      title: '暂停向此号段发送短信验证码',
      detail:
        '有人从这里向同一号段的多个号码请求验证码，骗取短信费用的人常这样做。未发送任何内容。请改用电子邮箱，立即可用；或一小时后再试。',
    },
    de: {
      title: 'Keine Codes per SMS mehr an diesen Nummernblock',
      detail:
        'Von hier wurden Codes an mehrere Nummern eines Blocks verlangt, wie es Betrüger tun, die an jeder SMS verdienen. Nichts ging hinaus. Nehmen Sie Ihre Mailadresse: das geht sofort. Oder versuchen Sie es in einer Stunde noch einmal.',
    },
  },
  fraud_device_floods: {
    en: {
      title: 'Too many codes were asked for in this browser',
      detail:
        'Within an hour, this browser asked for codes to many different people. Nothing was sent now. It works again in an hour; on your own device it works at once.',
    },
    'zh-CN': {
      title: '此浏览器请求的验证码过多',
      detail:
        '一小时内，此浏览器为许多不同的人请求了验证码。本次未发送。一小时后可再试；在您自己的设备上可立即使用。',
    },
    de: {
      title: 'Zu viele Codes in diesem Browser verlangt',
      detail:
        'Innert einer Stunde verlangte dieser Browser Codes für viele verschiedene Leute. Jetzt ging nichts hinaus. In einer Stunde geht es wieder; auf Ihrem eigenen Gerät sofort.',
    },
  },
  fraud_many_sign_ups: {
    en: {
      title: 'Many accounts are being made from this network',
      detail:
        'Within minutes, many people signed up from the network you are in. Nothing of yours was lost. Wait ten minutes, or use another network, for example your phone’s.',
    },
    'zh-CN': {
      title: '此网络正在注册大量账户',
      detail:
        '几分钟内，有许多人从您所在的网络注册。您的内容没有丢失。请等十分钟，或换一个网络，例如手机网络。',
    },
    de: {
      title: 'Aus diesem Netz entstehen gerade viele Konten',
      detail:
        'Innert Minuten haben sich viele Leute aus Ihrem Netz angemeldet. Von Ihnen ging nichts verloren. Warten Sie zehn Minuten, oder nehmen Sie ein anderes Netz, zum Beispiel das Ihres Telefons.',
    },
  },
  fraud_network_floods: {
    en: {
      title: 'Many codes are being asked for from this network',
      detail:
        'Within an hour, codes to very many people were asked for from the network you are in. Nothing was sent now. Wait a while, or use another network, for example your phone’s.',
    },
    'zh-CN': {
      title: '此网络请求的验证码过多',
      detail: '一小时内，您所在的网络为许多人请求了验证码。本次未发送。请稍候，或换一个网络，例如手机网络。',
    },
    de: {
      title: 'Aus diesem Netz werden gerade viele Codes verlangt',
      detail:
        'Innert einer Stunde wurden aus Ihrem Netz Codes für sehr viele Leute verlangt. Jetzt ging nichts hinaus. Warten Sie etwas, oder nehmen Sie ein anderes Netz, zum Beispiel das Ihres Telefons.',
    },
  },
  fraud_many_recipients: {
    en: {
      title: 'Please wait before the next code',
      detail:
        'This browser asked for codes to several people within an hour. Nothing was sent now. Wait a while and ask again; on another device it works at once.',
    },
    'zh-CN': {
      title: '请稍候再请求下一个验证码',
      detail: '一小时内，此浏览器为多人请求了验证码。本次未发送。请稍后再试；在其他设备上可立即使用。',
    },
    de: {
      title: 'Vor dem nächsten Code bitte warten',
      detail:
        'Dieser Browser verlangte innert einer Stunde Codes für mehrere Leute. Jetzt ging nichts hinaus. Warten Sie etwas und fragen Sie noch einmal; auf einem anderen Gerät geht es sofort.',
    },
  },
  fraud_busy_range: {
    en: {
      title: 'Use your mail address for now',
      detail:
        'Very many codes went to numbers near yours within an hour. To be sure that nobody earns on them, no SMS leaves to this block for now. By mail it works at once.',
    },
    'zh-CN': {
      title: '请暂时改用电子邮箱',
      detail:
        '一小时内，与您号码相近的许多号码收到了验证码。为防止有人借此牟利，暂不向此号段发送短信。使用邮箱可立即完成。',
    },
    de: {
      title: 'Nehmen Sie vorerst Ihre Mailadresse',
      detail:
        'An Nummern nahe der Ihren gingen innert einer Stunde sehr viele Codes. Damit niemand daran verdient, geht vorerst keine SMS an diesen Block. Per Mail geht es sofort.',
    },
  },
  fraud_sms_ceiling: {
    en: {
      title: 'No more SMS today',
      detail:
        'The day’s budget for SMS is used up. It has nothing to do with you or your number. By mail you get a code at once; by SMS again within a day.',
    },
    'zh-CN': {
      title: '今日短信额度已用完',
      detail: '当天的短信预算已用完，与您或您的号码无关。使用邮箱可立即收到验证码；短信将在一天内恢复。',
    },
    de: {
      title: 'Heute keine SMS mehr',
      detail:
        'Was für SMS am Tag vorgesehen ist, ist aufgebraucht. Mit Ihnen oder Ihrer Nummer hat das nichts zu tun. Per Mail bekommen Sie sofort einen Code, per SMS wieder innert eines Tages.',
    },
  },
  fraud_many_failures: {
    en: {
      title: 'Sign in with a code this time',
      detail:
        'Somebody tried passwords on this account from several networks. Nothing was changed. Have a code sent to you and sign in with it; the password works again in an hour.',
    },
    'zh-CN': {
      title: '这次请使用验证码登录',
      detail: '有人从多个网络尝试此账户的密码。未作任何更改。请获取验证码登录；密码一小时后可再用。',
    },
    de: {
      title: 'Melden Sie sich diesmal mit einem Code an',
      detail:
        'Jemand hat aus mehreren Netzen Passwörter an diesem Konto versucht. Geändert wurde nichts. Lassen Sie sich einen Code senden, und melden Sie sich damit an; das Passwort geht in einer Stunde wieder.',
    },
  },
  fraud_many_accounts: {
    en: {
      title: 'Somebody has to look at this first',
      detail:
        'Several accounts were made on this device within a day. Nothing was changed, and your account stays open. In the privacy centre, under “Held for review”, you can write a short answer; a person reads it and decides.',
    },
    'zh-CN': {
      title: '需要先由人工查看',
      detail:
        '一天内，此设备上创建了多个账户。未作任何更改，您的账户仍可使用。您可以在隐私中心的“待人工查看”中写一段简短答复，由人阅读并决定。',
    },
    de: {
      title: 'Das muss sich zuerst jemand ansehen',
      detail:
        'Auf diesem Gerät entstanden innert eines Tages mehrere Konten. Geändert wurde nichts, und Ihr Konto bleibt offen. In der Datenschutzzentrale, unter «Angehalten», können Sie kurz antworten; ein Mensch liest es und entscheidet.',
    },
  },
  fraud_taking_over: {
    en: {
      title: 'Somebody has to look at this first',
      detail:
        'This device is new to several accounts, and now it changes how one of them is reached. Nothing was changed. In the privacy centre, under “Held for review”, you can write a short answer; a person reads it and decides.',
    },
    'zh-CN': {
      title: '需要先由人工查看',
      detail:
        '此设备刚首次登录了多个账户，现在又要更改其中一个的联系方式。未作任何更改。您可以在隐私中心的“待人工查看”中写一段简短答复，由人阅读并决定。',
    },
    de: {
      title: 'Das muss sich zuerst jemand ansehen',
      detail:
        'Dieses Gerät ist für mehrere Konten neu und ändert nun, wie eines davon erreicht wird. Geändert wurde nichts. In der Datenschutzzentrale, unter «Angehalten», können Sie kurz antworten; ein Mensch liest es und entscheidet.',
    },
  },
  fraud_new_device_change: {
    en: {
      title: 'Do this on a device that you have used before',
      detail:
        'This device has been known to your account for less than a day, and how you are reached is what a thief would change first. Nothing was changed. Use a device from before, or come back tomorrow.',
    },
    'zh-CN': {
      title: '请在您用过的设备上操作',
      detail:
        '此设备登录您的账户还不到一天，而联系方式是盗用者最先会改的。未作任何更改。请使用以前的设备，或明天再来。',
    },
    de: {
      title: 'Tun Sie das auf einem Gerät, das Sie schon benutzt haben',
      detail:
        'Dieses Gerät kennt Ihr Konto seit weniger als einem Tag, und wie Sie erreicht werden, würde ein Dieb zuerst ändern. Geändert wurde nichts. Nehmen Sie ein Gerät von früher, oder kommen Sie morgen wieder.',
    },
  },
  fraud_refused: {
    en: {
      title: 'This was refused after a review',
      detail:
        'A person looked at your case and refused it. Nothing was changed. What they wrote stands in the privacy centre under “Held for review”, where you can answer. Whoever is named in the imprint hears your objection, too.',
    },
    'zh-CN': {
      title: '经人工查看后已拒绝',
      detail:
        '已有人查看您的情况并予以拒绝。未作任何更改。其说明在隐私中心的“待人工查看”中，您可在那里答复；也可以向版本说明中列出的联系人提出异议。',
    },
    de: {
      title: 'Nach einer Prüfung abgelehnt',
      detail:
        'Ein Mensch hat sich Ihren Fall angesehen und ihn abgelehnt. Geändert wurde nichts. Was er schrieb, steht in der Datenschutzzentrale unter «Angehalten»; dort können Sie antworten. Auch wer im Impressum steht, hört Ihren Einspruch.',
    },
  },
  case_unknown: {
    en: { title: 'There is no such case', detail: 'Load the page again and choose one of the list.' },
    'zh-CN': { title: '没有此事项', detail: '请重新载入页面，从列表中选择。' },
    de: {
      title: 'Diesen Fall gibt es nicht',
      detail: 'Laden Sie die Seite neu, und wählen Sie einen aus der Liste.',
    },
  },
  case_not_open: {
    en: {
      title: 'Nothing can be added here now',
      detail:
        'It was answered or decided meanwhile. Nothing was changed. Load the page again to see how it stands.',
    },
    'zh-CN': { title: '现在无法补充', detail: '期间已有答复或决定。未作任何更改。请重新载入页面查看现状。' },
    de: {
      title: 'Hier lässt sich gerade nichts beifügen',
      detail:
        'Inzwischen wurde geantwortet oder entschieden. Geändert wurde nichts. Laden Sie die Seite neu, um den Stand zu sehen.',
    },
  },
};
