import type { Entered, Owed } from '../customer/second.tsx';

export { catalogue as secondWords } from '../customer/text.ways.ts';
export type { Entered, Owed };
export const loadSecond = async () => (await import('./second.tsx')).SecondScreen;
