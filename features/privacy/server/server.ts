import type { Feature, ProblemWords } from '@axent/kernel';
import { dataMap } from '@axent/kernel/data-map';
import { closingOperations } from './closing.ts';
import { operations } from './operations.ts';
import type { MapEntry } from './storage.ts';

export { type ConsentResources, consentRecords } from './consents.ts';
export type { MapEntry } from './storage.ts';

const problems: ProblemWords = {
  item_unknown: {
    en: {
      title: 'This is not held any more',
      detail: 'It was deleted or never yours. Load the page again to see what is held now.',
    },
    'zh-CN': { title: '此内容已不再保存', detail: '它已被删除或不属于您。请重新加载页面查看当前内容。' },
    de: {
      title: 'Das ist nicht mehr da',
      detail:
        'Es wurde gelöscht oder gehörte nie zu Ihnen. Laden Sie die Seite neu, um zu sehen, was gespeichert ist.',
    },
  },
  not_deletable: {
    en: {
      title: 'This cannot be deleted by itself',
      detail: 'Your account rests on it. It goes when the account goes.',
    },
    'zh-CN': { title: '无法单独删除', detail: '您的账户依赖此内容。注销账户时将一并删除。' },
    de: {
      title: 'Das lässt sich nicht einzeln löschen',
      detail: 'Ihr Konto beruht darauf. Es geht, wenn das Konto geht.',
    },
  },
  kept_by_law: {
    en: {
      title: 'The law asks us to keep this for now',
      detail:
        'A legal claim needs it. Close its function, and only you see it meanwhile; it goes once the claim has ended.',
    },
    'zh-CN': {
      title: '法律要求暂时保留此内容',
      detail: '一项法律主张需要它。关闭相应功能后，在此期间只有您能看到；主张结束后即销毁。',
    },
    de: {
      title: 'Das Gesetz verlangt, es vorerst zu behalten',
      detail:
        'Ein Rechtsanspruch braucht es. Schliessen Sie die Funktion, dann sehen unterdessen nur Sie es; es geht, sobald er zu Ende ist.',
    },
  },
  phone_uncallable: {
    en: {
      title: 'Nobody could call this number',
      detail: 'Nothing was changed. Type its figures, with + and the country for one from abroad.',
    },
    'zh-CN': { title: '这个号码无法拨打', detail: '未作任何更改。请输入数字；境外号码请加上 + 和国家代码。' },
    de: {
      title: 'Diese Nummer kann niemand anrufen',
      detail: 'Nichts wurde geändert. Tippen Sie ihre Ziffern, aus dem Ausland mit + und Land.',
    },
  },
  not_closed: {
    en: {
      title: 'This account is not closed',
      detail: 'There is nothing to take back: it is open, or was taken back already. Load the page again.',
    },
    'zh-CN': { title: '此账户未注销', detail: '无需撤销：账户处于开放状态，或已撤销注销。请重新加载页面。' },
    de: {
      title: 'Dieses Konto ist nicht geschlossen',
      detail:
        'Es gibt nichts zurückzunehmen: Es ist offen oder schon zurückgenommen. Laden Sie die Seite neu.',
    },
  },
  ticket_unknown: {
    en: {
      title: 'Nothing is known by this ticket',
      detail:
        'The closing was taken back, or the proof is older than three years. Look whether the ticket was copied whole.',
    },
    'zh-CN': {
      title: '没有与此凭证对应的内容',
      detail: '注销已被撤销，或证明已超过三年。请检查凭证是否复制完整。',
    },
    de: {
      title: 'Zu diesem Beleg gibt es nichts',
      detail:
        'Die Schliessung wurde zurückgenommen, oder der Beweis ist älter als drei Jahre. Sehen Sie nach, ob der Beleg ganz kopiert ist.',
    },
  },
  not_correctable: {
    en: {
      title: 'This cannot be corrected here',
      detail:
        'The field is set by what you do elsewhere, for example by signing in. Ask the privacy officer if it is wrong.',
    },
    'zh-CN': {
      title: '无法在此更正',
      detail: '该字段由其他操作（例如登录）决定。如有错误，请联系隐私负责人。',
    },
    de: {
      title: 'Das lässt sich hier nicht berichtigen',
      detail:
        'Das Feld entsteht durch etwas anderes, zum Beispiel die Anmeldung. Ist es falsch, wenden Sie sich an die Datenschutzstelle.',
    },
  },
};

/** The privacy centre over the places where data of persons is. */
export function privacyOver(places: readonly MapEntry[]): Feature {
  return { name: 'privacy', operations: [...operations(places), ...closingOperations], problems };
}

export const privacy = privacyOver(dataMap);
