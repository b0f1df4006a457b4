const key = 'changes-seen';

/** The newest version whose changes were shown in this browser; nobody else needs to know. */
export const seenVersion = (): number => Number(localStorage.getItem(key) ?? 0);

export const keepSeen = (sequence: number): void => localStorage.setItem(key, String(sequence));
