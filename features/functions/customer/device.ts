import type { Openings } from './openings.ts';

type Permission = 'granted' | 'prompt' | 'denied';

/** Taking a grant back is a closing. A one-time grant that ran out (granted → prompt) is none. */
export const closes = (before: Permission | null, now: Permission) =>
  before === 'granted' && now === 'denied';

/** Where this device's last known permission is remembered, so that a change between two visits is seen too. */
const memory = 'permission.geolocation';

/** Closes `nearby` here when the device takes its permission back. Returns how to stop watching. */
export async function watchGeolocation(openings: Openings, storage: Storage): Promise<() => void> {
  const status = await navigator.permissions?.query({ name: 'geolocation' }).catch(() => null);
  if (!status) return () => {};
  const look = () => {
    const before = storage.getItem(memory) as Permission | null;
    const nearby = openings.states.value?.find((state) => state.function === 'nearby');
    if (closes(before, status.state) && nearby?.open) {
      // What could not be closed now is tried again at the next look: the memory stays as it was.
      openings.close('nearby', 'device').then(
        () => storage.setItem(memory, status.state),
        () => {},
      );
    } else storage.setItem(memory, status.state);
  };
  look();
  status.addEventListener('change', look);
  return () => status.removeEventListener('change', look);
}
