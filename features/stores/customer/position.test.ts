import { expect, test } from 'vitest';
import { PositionError, readPosition } from './position.ts';

/** A device that answers with these coordinates. */
const device = (latitude: number, longitude: number) =>
  ({
    getCurrentPosition: (answer: PositionCallback) =>
      answer({ coords: { latitude, longitude, accuracy: 20 } } as GeolocationPosition),
  }) as Geolocation;

test('a reading is taken as it comes', async () => {
  expect(await readPosition(device(47.5, 8.7))).toEqual({ latitude: 47.5, longitude: 8.7, accuracy_m: 20 });
});

test.each([
  [Number.NaN, 8],
  [47, Number.NaN],
  [Number.POSITIVE_INFINITY, 8],
])('a device that answers %d, %d has no position to give: it is never sent', async (latitude, longitude) => {
  const refused = await readPosition(device(latitude, longitude)).catch((error: Error) => error);
  expect(refused).toBeInstanceOf(PositionError);
  expect((refused as PositionError).fault).toBe('unavailable');
});
