/** Time zones as tables of their changes, so that a search turns an instant into local time by arithmetic. */

export interface Zone {
  readonly name: string;
  /** Offset before the first change, minutes east of UTC. */
  readonly offset_min: number;
  /** Instants in milliseconds at which the offset changes, ascending, and the offset from then on. */
  readonly changes_ms: readonly number[];
  readonly offsets_min: readonly number[];
  /** The table holds from here until there; outside it the nearest known offset is given. */
  readonly from_ms: number;
  readonly until_ms: number;
}

const changes_most = 400;

/** Null if the runtime knows no zone of this name. Only names of places: no bare offsets such as `+01:00`. */
export function zoneTable(name: string, from_ms: number, until_ms: number): Zone | null {
  if (!/^[A-Za-z]+(\/[A-Za-z0-9_+-]+)+$|^UTC$/.test(name)) return null;
  let here: Temporal.ZonedDateTime;
  try {
    here = Temporal.Instant.fromEpochMilliseconds(from_ms).toZonedDateTimeISO(name);
  } catch {
    return null;
  }
  const offset = (at: Temporal.ZonedDateTime) => at.offsetNanoseconds / 60e9;
  const changes_ms: number[] = [];
  const offsets_min: number[] = [];
  const offset_min = offset(here);
  for (let count = 0; count < changes_most; count++) {
    const next = here.getTimeZoneTransition('next');
    if (!next || next.epochMilliseconds > until_ms) break;
    changes_ms.push(next.epochMilliseconds);
    offsets_min.push(offset(next));
    here = next;
  }
  return { name, offset_min, changes_ms, offsets_min, from_ms, until_ms };
}

/** Minutes since 1970-01-01 00:00 on a clock in this zone. */
export function localMinute(zone: Zone, now_ms: number): number {
  let offset_min = zone.offset_min;
  for (let index = 0; index < zone.changes_ms.length; index++) {
    if ((zone.changes_ms[index] as number) > now_ms) break;
    offset_min = zone.offsets_min[index] as number;
  }
  return Math.floor(now_ms / 60_000 + offset_min);
}
