/** When public holidays fall: by date, by Easter, by the weekday, by the moon, by the sun. */

/** Month and day, from 1. */
export const onDate = (month: number, day: number) => (year: number) =>
  new Temporal.PlainDate(year, month, day);

/** Sunday of Easter in the Gregorian calendar (the anonymous rule of 1876, after Meeus). */
export function easter(year: number): Temporal.PlainDate {
  const golden = year % 19;
  const [century, rest] = [Math.floor(year / 100), year % 100];
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - correction + 15) % 30;
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(rest / 4) - epact - (rest % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * weekday) / 451);
  const day = epact + weekday - 7 * late + 114;
  return new Temporal.PlainDate(year, Math.floor(day / 31), (day % 31) + 1);
}

/** So many days after Easter Sunday; before it where negative. */
export const fromEaster = (days: number) => (year: number) => easter(year).add({ days });

/** The first such weekday (Monday is 1) on or after a date, and so many days later. */
export const weekdayFrom =
  (month: number, day: number, weekday: number, later = 0) =>
  (year: number) => {
    const date = new Temporal.PlainDate(year, month, day);
    return date.add({ days: ((weekday - date.dayOfWeek + 7) % 7) + later });
  };

/** A day of the Chinese calendar, in the year that begins within this one; so many days later. */
export const onMoon =
  (month: number, day: number, later = 0) =>
  (year: number) => {
    const code = `M${String(month).padStart(2, '0')}`;
    const first = new Temporal.PlainDate(year, 1, 20);
    for (let ahead = 0; ahead < 366; ahead++) {
      const date = first.add({ days: ahead });
      const moon = date.withCalendar('chinese');
      if (moon.monthCode === code && moon.day === day) return date.add({ days: later });
    }
    throw new Error(`The Chinese calendar has no such day in ${year}.`);
  };

/**
 * Qingming, when the sun stands at 15 degrees: the 4th or 5th of April. The shortened rule of the almanacs, right for
 * 2000 to 2099.
 */
export const qingming = (year: number) => {
  const short = year % 100;
  return new Temporal.PlainDate(year, 4, Math.floor(short * 0.2422 + 4.81) - Math.floor(short / 4));
};

/** Näfelser Fahrt of Glarus: the first Thursday of April, a week later where that is in Holy Week. */
export const naefels = (year: number) => {
  const thursday = weekdayFrom(4, 1, 4)(year);
  const maundy = easter(year).subtract({ days: 3 });
  return thursday.equals(maundy) ? thursday.add({ days: 7 }) : thursday;
};
