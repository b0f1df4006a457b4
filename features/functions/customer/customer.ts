export { watchGeolocation } from './device.ts';
export { createOpenings, type FunctionState, type Openings } from './openings.ts';
