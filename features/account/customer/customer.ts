export { catalogue as accountWords } from './text.ts';

export const loadSignIn = async () => (await import('./signin.tsx')).SignInScreen;
export const loadDevices = async () => (await import('./devices.tsx')).DevicesScreen;
export { catalogue as wayWords } from './text.ways.ts';
export const loadWechat = async () => (await import('./wechat.tsx')).WechatScreen;
export const loadWays = async () => (await import('./ways.tsx')).WaysScreen;
