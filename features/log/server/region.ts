import { readFileSync } from 'node:fs';
import { type CityResponse, type CountryResponse, Reader } from 'maxmind';
import type { Region } from '../log.ts';

export type FindRegion = (address: string) => Region;

const nowhere: Region = { country: null, subdivision: null };

/** Regions from a database file of the operator's in MaxMind format; without one every region is unknown. */
export function openRegions(file: string | null): FindRegion {
  if (file === null) return () => nowhere;
  const reader = readerOf(file);
  return (address) => {
    const found = reader.get(address);
    return {
      country: found?.country?.iso_code ?? null,
      subdivision: found?.subdivisions?.[0]?.iso_code ?? null,
    };
  };
}

function readerOf(file: string): Reader<CityResponse & CountryResponse> {
  try {
    return new Reader(readFileSync(file));
  } catch (cause) {
    throw new Error(
      `${file} is no database of regions in MaxMind format. Set IP_DATABASE_FILE to one, or leave it out.`,
      { cause },
    );
  }
}
