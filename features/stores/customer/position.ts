export interface Position {
  readonly latitude: number;
  readonly longitude: number;
  readonly accuracy_m: number;
}

export type PositionFault = 'denied' | 'unavailable' | 'timeout';

export class PositionError extends Error {
  readonly fault: PositionFault;
  constructor(fault: PositionFault) {
    super(fault);
    this.fault = fault;
  }
}

const wait_ms = 12_000;
const faults: Readonly<Record<number, PositionFault>> = { 1: 'denied', 3: 'timeout' };

/** One fresh reading. Throws `PositionError`. */
export function readPosition(geolocation: Geolocation): Promise<Position> {
  return new Promise((resolve, reject) => {
    geolocation.getCurrentPosition(
      ({ coords: { latitude, longitude, accuracy } }) => {
        // Sent as JSON, what is no number would become nothing at all.
        if (Number.isFinite(latitude) && Number.isFinite(longitude))
          resolve({ latitude, longitude, accuracy_m: accuracy });
        else reject(new PositionError('unavailable'));
      },
      ({ code }) => reject(new PositionError(faults[code] ?? 'unavailable')),
      { maximumAge: 0, timeout: wait_ms, enableHighAccuracy: false },
    );
  });
}
