/** Words and numbers from which `stores.generate.ts` makes its invented shops. */

export type Tongue = 'de' | 'fr' | 'it' | 'zh';

export const tongues: Readonly<Record<Tongue, { shops: readonly string[]; streets: readonly string[] }>> = {
  de: {
    shops: [
      'Bad & Wasser',
      'Tropfen & Ton',
      'Bad am Silberbach',
      'Kachel & Krug',
      'Badraum Kieselstein',
      'Wasserlinie Bäder',
      'Bäder zur stillen Quelle',
      'Keramik & Tau',
    ],
    streets: [
      'Quellenweg',
      'Brunnenstraße',
      'Am Mühlbach',
      'Töpferweg',
      'Kieselstraße',
      'Weidenstraße',
      'Silberbachweg',
      'Handwerkerstraße',
      'Wassergarten',
      'Krugstraße',
    ],
  },
  fr: {
    shops: ['Bain & Eau', 'Goutte & Faïence', "L'Eau du Ruisseau", 'Bains du Vieux Lavoir'],
    streets: [
      'Rue de la Source',
      'Chemin du Ruisseau',
      'Rue du Lavoir',
      'Avenue des Potiers',
      'Rue des Saules',
    ],
  },
  it: {
    shops: ['Bagno & Acqua', 'Goccia & Ceramica', 'Bagni del Ruscello', 'Acqua Quieta'],
    streets: [
      'Via della Sorgente',
      'Via del Ruscello',
      'Via dei Vasai',
      'Viale dei Salici',
      'Via delle Vasche',
    ],
  },
  zh: {
    shops: ['清泉卫浴', '水滴卫浴馆', '静水生活馆', '溪畔卫浴'],
    streets: ['清泉路', '溪水路', '陶瓷街', '柳荫路', '水井巷', '白瓷路'],
  },
};

interface CountryWords {
  readonly time_zone: string;
  readonly hours: readonly string[];
  /** Shops in the large towns. */
  readonly shops: Readonly<Record<string, number>>;
  /** By rank of the place: one shop in every so many of them. */
  readonly every: readonly [number, number, number, number, number];
}

export const countries: Readonly<Record<string, CountryWords>> = {
  CH: {
    time_zone: 'Europe/Zurich',
    hours: [
      'Mo-Fr 09:00-18:30; Sa 09:00-16:00',
      'Mo-Fr 08:00-12:00,13:30-18:00; Sa 09:00-12:00',
      'Tu-Fr 10:00-18:30; Sa 09:00-17:00',
      'Mo-We,Fr 09:00-18:30; Th 09:00-20:00; Sa 09:00-17:00',
      'Mo-Fr 08:30-18:30; Sa 09:00-17:00',
    ],
    shops: {
      Zürich: 7,
      Basel: 5,
      Bern: 5,
      Winterthur: 3,
      Lausanne: 4,
      Genève: 5,
      Luzern: 2,
      'St. Gallen': 2,
      Lugano: 2,
    },
    every: [1, 1, 1, 1, 3],
  },
  DE: {
    time_zone: 'Europe/Berlin',
    hours: [
      'Mo-Fr 09:30-19:00; Sa 10:00-18:00',
      'Mo-Fr 09:00-18:00; Sa 10:00-14:00',
      'Tu-Fr 10:00-18:00; Sa 10:00-16:00',
      'Mo-Fr 08:00-17:00',
      'Mo-Fr 10:00-18:30; Sa 10:00-15:00',
    ],
    shops: {
      Berlin: 9,
      Hamburg: 6,
      München: 7,
      Köln: 4,
      'Frankfurt am Main': 4,
      Stuttgart: 3,
      Düsseldorf: 3,
      Leipzig: 2,
    },
    every: [1, 1, 1, 5, 9],
  },
  AT: {
    time_zone: 'Europe/Vienna',
    hours: [
      'Mo-Fr 09:00-18:00; Sa 09:00-13:00',
      'Mo-Fr 08:00-12:00,13:00-17:30',
      'Tu-Fr 09:30-18:00; Sa 09:30-14:00',
      'Mo-Fr 09:00-18:00; Sa 09:00-17:00',
    ],
    shops: { Wien: 10, Graz: 3, Linz: 2, Salzburg: 3, Innsbruck: 3 },
    every: [1, 1, 1, 1, 5],
  },
  IT: {
    time_zone: 'Europe/Rome',
    hours: [
      'Mo 15:30-19:30; Tu-Sa 09:30-13:00,15:30-19:30',
      'Mo-Fr 09:00-13:00,15:00-19:00; Sa 09:00-13:00',
      'Tu-Sa 10:00-19:00',
      'Mo-Sa 09:30-19:30',
    ],
    shops: { Milano: 7, Roma: 6, Torino: 4, Bologna: 2, Firenze: 3, Verona: 2, Napoli: 2, Bolzano: 2 },
    every: [1, 1, 2, 7, 9],
  },
  CN: {
    time_zone: 'Asia/Shanghai',
    hours: ['Mo-Su 09:00-21:00', 'Mo-Su 09:30-18:00', 'Mo-Su 10:00-22:00', 'Mo-Sa 09:00-18:00'],
    shops: {
      北京: 7,
      上海: 10,
      广州: 5,
      深圳: 5,
      成都: 3,
      杭州: 4,
      南京: 3,
      武汉: 2,
      重庆: 2,
      苏州: 2,
      天津: 2,
      西安: 2,
    },
    every: [1, 3, 12, 9, 9],
  },
};

/** Numbers that Germany's regulator keeps for films and books. */
export const filmBlocks: Readonly<Record<string, string>> = {
  Berlin: '+49 30 23125',
  Hamburg: '+49 40 66969',
  München: '+49 89 99998',
  Köln: '+49 221 4710',
  'Frankfurt am Main': '+49 69 90009',
};

/** Area codes by town or, where there is none for it, by region. */
export const areaCodes: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  CH: {
    Winterthur: '52',
    Thun: '33',
    'Biel/Bienne': '32',
    ZH: '44',
    BE: '31',
    BS: '61',
    BL: '61',
    AG: '62',
    SO: '32',
    LU: '41',
    ZG: '41',
    SZ: '41',
    UR: '41',
    NW: '41',
    OW: '41',
    GL: '55',
    SH: '52',
    TG: '71',
    SG: '71',
    AR: '71',
    AI: '71',
    GR: '81',
    TI: '91',
    VD: '21',
    GE: '22',
    NE: '32',
    FR: '26',
    VS: '27',
    JU: '32',
  },
  AT: { Wien: '1', Graz: '316', Linz: '732', Salzburg: '662', Innsbruck: '512', Bregenz: '5574' },
  IT: {
    MI: '02',
    RM: '06',
    TO: '011',
    NA: '081',
    FI: '055',
    BO: '051',
    GE: '010',
    VE: '041',
    VR: '045',
    PD: '049',
    BZ: '0471',
    TN: '0461',
    BA: '080',
    PA: '091',
    CT: '095',
    BS: '030',
    BG: '035',
    TS: '040',
  },
  CN: {
    北京: '10',
    上海: '21',
    广州: '20',
    天津: '22',
    重庆: '23',
    沈阳: '24',
    南京: '25',
    武汉: '27',
    成都: '28',
    西安: '29',
    深圳: '755',
    杭州: '571',
    苏州: '512',
    宁波: '574',
    青岛: '532',
    大连: '411',
    厦门: '592',
    佛山: '757',
    东莞: '769',
    长沙: '731',
  },
};
