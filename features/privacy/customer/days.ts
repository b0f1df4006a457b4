/** One use as the statement shows it. */
export interface UseLine {
  readonly id: string;
  readonly at: string;
  readonly clause: string;
  readonly purpose: string;
  readonly categories: readonly string[];
  readonly role: string;
  readonly operation: string;
  /** The third party that got it. */
  readonly recipient?: string;
  /** The legal exception that it rests on. */
  readonly matter?: string;
}

/** Uses of one day for one purpose by one role. */
export interface UseGroup {
  readonly purpose: string;
  readonly role: string;
  readonly uses: readonly UseLine[];
}

export interface UseDay {
  /** Any moment of the day, ISO 8601. */
  readonly at: string;
  readonly groups: readonly UseGroup[];
  /** The person's own looking, apart. */
  readonly own: readonly UseLine[];
}

const isOwn = (use: UseLine) => use.role === 'person' && use.purpose === 'rights';

/** Days in the reader's own time zone, in the order of the uses. */
export function byDay(uses: readonly UseLine[], dayOf: (at: string) => string): UseDay[] {
  return grouped(uses, ({ at }) => dayOf(at)).map((day) => ({
    at: day[0].at,
    own: day.filter(isOwn),
    groups: grouped(
      day.filter((use) => !isOwn(use)),
      ({ purpose, role }) => `${purpose} ${role}`,
    ).map((group) => ({ purpose: group[0].purpose, role: group[0].role, uses: group })),
  }));
}

/** Groups by key, in the order in which the keys come first. */
function grouped<T>(items: readonly T[], keyOf: (item: T) => string): [T, ...T[]][] {
  const groups = new Map<string, [T, ...T[]]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return [...groups.values()];
}
