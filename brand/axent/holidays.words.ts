/** Which holidays there are, where they keep shops closed, and what they are called. */
import { fromEaster, naefels, onDate, onMoon, qingming, weekdayFrom } from './holidays.ts';

export interface HolidayWords {
  readonly en: string;
  readonly 'zh-CN': string;
  readonly de: string;
  readonly when: (year: number) => Temporal.PlainDate;
  /** Calendars, divided by blanks. */
  readonly where: string;
  /** Within which shops may be open; empty: closed. */
  readonly hours?: string;
}

/** Places of one country: `ch('ZH BE')` is `CH-ZH CH-BE`. */
const inside = (country: string) => (places: string) =>
  places
    .split(' ')
    .map((place) => `${country}-${place}`)
    .join(' ');
const ch = inside('CH');
const de = inside('DE');

const cantons = 'ZH BE LU UR SZ OW NW GL ZG FR SO BS BL SH AR AI SG GR AG TG TI VD VS NE GE JU';
const catholic = 'LU UR SZ OW NW ZG FR AI TI VS JU';
const lands = 'BW BY BE BB HB HH HE MV NI NW RP SL SN ST SH TH';
const swiss = ch(cantons);
const german = de(lands);

const without = (all: string, left_out: string) =>
  all
    .split(' ')
    .filter((place) => !left_out.split(' ').includes(place))
    .join(' ');

const holiday = (
  en: string,
  chinese: string,
  german_name: string,
  when: HolidayWords['when'],
  where: string,
  hours = '',
): HolidayWords => ({ en, 'zh-CN': chinese, de: german_name, when, where, hours });

/** Days that several countries share. */
const shared = [
  holiday("New Year's Day", '元旦', 'Neujahr', onDate(1, 1), `${swiss} ${german} AT IT`),
  holiday(
    'Epiphany',
    '主显节',
    'Heilige Drei Könige',
    onDate(1, 6),
    `${ch('UR SZ TI')} ${de('BW BY ST')} AT IT`,
  ),
  holiday(
    'Good Friday',
    '耶稣受难日',
    'Karfreitag',
    fromEaster(-2),
    `${ch(without(cantons, 'TI VS'))} ${german}`,
  ),
  holiday(
    'Easter Monday',
    '复活节星期一',
    'Ostermontag',
    fromEaster(1),
    `${ch(without(cantons, 'SO VS NE'))} ${german} AT IT`,
  ),
  holiday(
    'Labour Day',
    '劳动节',
    'Tag der Arbeit',
    onDate(5, 1),
    `${ch('ZH BS BL SH TG TI NE JU')} ${german} AT IT`,
  ),
  holiday('Ascension Day', '耶稣升天节', 'Christi Himmelfahrt', fromEaster(39), `${swiss} ${german} AT`),
  holiday(
    'Whit Monday',
    '圣灵降临节星期一',
    'Pfingstmontag',
    fromEaster(50),
    `${ch(without(cantons, 'SO VS NE'))} ${german} AT`,
  ),
  holiday(
    'Corpus Christi',
    '基督圣体节',
    'Fronleichnam',
    fromEaster(60),
    `${ch(catholic)} ${de('BW BY HE NW RP SL')} AT`,
  ),
  holiday(
    'Assumption Day',
    '圣母升天节',
    'Mariä Himmelfahrt',
    onDate(8, 15),
    `${ch(catholic)} ${de('BY SL')} AT IT`,
  ),
  holiday(
    "All Saints' Day",
    '诸圣节',
    'Allerheiligen',
    onDate(11, 1),
    `${ch(`${catholic} GL SG`)} ${de('BW BY NW RP SL')} AT IT`,
  ),
  holiday(
    'Immaculate Conception',
    '圣母无染原罪节',
    'Mariä Empfängnis',
    onDate(12, 8),
    `${ch(without(catholic, 'JU'))} IT`,
  ),
  holiday('Christmas Day', '圣诞节', 'Weihnachten', onDate(12, 25), `${swiss} ${german} AT IT`),
  holiday(
    "St Stephen's Day",
    '节礼日',
    'Stephanstag',
    onDate(12, 26),
    `${ch(without(cantons, 'FR SO VD VS NE GE JU'))} ${german} AT IT`,
  ),
];

const switzerland = [
  holiday(
    "St Berchtold's Day",
    '贝希托尔德日',
    'Berchtoldstag',
    onDate(1, 2),
    ch('ZH BE LU OW GL FR SO SH AG TG VD JU'),
  ),
  holiday('Republic Day of Neuchâtel', '纳沙泰尔共和国日', 'Tag der Republik', onDate(3, 1), ch('NE')),
  holiday("St Joseph's Day", '圣若瑟日', 'Josefstag', onDate(3, 19), ch('UR SZ NW TI VS')),
  holiday('Näfels procession', '内费尔斯纪念日', 'Näfelser Fahrt', naefels, ch('GL')),
  holiday('Independence Day of Jura', '汝拉独立日', 'Unabhängigkeitstag', onDate(6, 23), ch('JU')),
  holiday('St Peter and St Paul', '圣彼得与圣保罗日', 'Peter und Paul', onDate(6, 29), ch('TI')),
  holiday('Swiss National Day', '瑞士国庆日', 'Bundesfeier', onDate(8, 1), swiss),
  holiday('Geneva fast', '日内瓦斋戒日', 'Genfer Bettag', weekdayFrom(9, 1, 7, 4), ch('GE')),
  holiday('Federal fast Monday', '联邦斋戒星期一', 'Bettagsmontag', weekdayFrom(9, 15, 7, 1), ch('VD')),
  holiday(
    'Restoration of the Republic',
    '日内瓦复国日',
    'Wiederherstellung der Republik',
    onDate(12, 31),
    ch('GE'),
  ),
];

const germany = [
  holiday("Women's Day", '妇女节', 'Frauentag', onDate(3, 8), de('BE MV')),
  holiday("World Children's Day", '世界儿童日', 'Weltkindertag', onDate(9, 20), de('TH')),
  holiday('Day of German Unity', '德国统一日', 'Tag der Deutschen Einheit', onDate(10, 3), german),
  holiday(
    'Reformation Day',
    '宗教改革日',
    'Reformationstag',
    onDate(10, 31),
    de('BB HB HH MV NI SN ST SH TH'),
  ),
  holiday('Day of Prayer', '忏悔祈祷日', 'Buß- und Bettag', weekdayFrom(11, 16, 3), de('SN')),
  holiday('Christmas Eve', '平安夜', 'Heiligabend', onDate(12, 24), german, '00:00-14:00'),
];

const austria = [
  holiday('Austrian National Day', '奥地利国庆日', 'Nationalfeiertag', onDate(10, 26), 'AT'),
  holiday('Immaculate Conception', '圣母无染原罪节', 'Mariä Empfängnis', onDate(12, 8), 'AT', '10:00-18:00'),
  holiday('Christmas Eve', '平安夜', 'Heiliger Abend', onDate(12, 24), 'AT', '00:00-14:00'),
  holiday("New Year's Eve", '除夕（公历）', 'Silvester', onDate(12, 31), 'AT', '00:00-17:00'),
];

/** The 4th of October counts again from 2026 on. */
const italy = [
  holiday('Liberation Day', '解放日', 'Tag der Befreiung', onDate(4, 25), 'IT'),
  holiday('Republic Day', '共和国日', 'Tag der Republik', onDate(6, 2), 'IT'),
  holiday('St Francis of Assisi', '圣方济各日', 'Franz von Assisi', onDate(10, 4), 'IT'),
];

const whole_day = '00:00-24:00';

/** Shops in China are open on most holidays, and shorter over the new year. */
const china = [
  holiday("New Year's Day", '元旦', 'Neujahr', onDate(1, 1), 'CN', whole_day),
  holiday("Lunar New Year's Eve", '除夕', 'Chinesischer Silvester', onMoon(1, 1, -1), 'CN', '00:00-17:00'),
  holiday('Spring Festival', '春节', 'Frühlingsfest', onMoon(1, 1), 'CN'),
  holiday('Spring Festival', '春节', 'Frühlingsfest', onMoon(1, 2), 'CN', '10:00-18:00'),
  holiday('Spring Festival', '春节', 'Frühlingsfest', onMoon(1, 3), 'CN', '10:00-18:00'),
  holiday('Qingming', '清明节', 'Qingming', qingming, 'CN', whole_day),
  holiday('Labour Day', '劳动节', 'Tag der Arbeit', onDate(5, 1), 'CN', whole_day),
  holiday('Labour Day', '劳动节', 'Tag der Arbeit', onDate(5, 2), 'CN', whole_day),
  holiday('Dragon Boat Festival', '端午节', 'Drachenbootfest', onMoon(5, 5), 'CN', whole_day),
  holiday('Mid-Autumn Festival', '中秋节', 'Mondfest', onMoon(8, 15), 'CN', whole_day),
  holiday('National Day', '国庆节', 'Nationalfeiertag', onDate(10, 1), 'CN', whole_day),
  holiday('National Day', '国庆节', 'Nationalfeiertag', onDate(10, 2), 'CN', whole_day),
  holiday('National Day', '国庆节', 'Nationalfeiertag', onDate(10, 3), 'CN', whole_day),
];

export const holidayWords: readonly HolidayWords[] = [
  ...shared,
  ...switzerland,
  ...germany,
  ...austria,
  ...italy,
  ...china,
];

/** Regions of `places.csv` in Germany and their short names. */
export const germanLands: Readonly<Record<string, string>> = {
  'Baden-Württemberg': 'BW',
  Bayern: 'BY',
  Berlin: 'BE',
  Brandenburg: 'BB',
  Bremen: 'HB',
  Hamburg: 'HH',
  Hessen: 'HE',
  'Mecklenburg-Vorpommern': 'MV',
  Niedersachsen: 'NI',
  'Nordrhein-Westfalen': 'NW',
  'Rheinland-Pfalz': 'RP',
  Saarland: 'SL',
  Sachsen: 'SN',
  'Sachsen-Anhalt': 'ST',
  'Schleswig-Holstein': 'SH',
  Thüringen: 'TH',
};
