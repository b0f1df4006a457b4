export { catalogue as accountWords } from './text.ts';

export const loadSignIn = async () => (await import('./signin.tsx')).SignInScreen;
export const loadDevices = async () => (await import('./devices.tsx')).DevicesScreen;
