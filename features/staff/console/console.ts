export { CompanyPanel } from './company.tsx';
export { ConfirmSheet } from './confirm.tsx';
export { Gate } from './gate.tsx';
export { PeoplePanel } from './people.tsx';
export { OwnRoles, useRoleName } from './roles.tsx';
export { StrangerScreen } from './stranger.tsx';
export { catalogue as staffWords } from './text.ts';

export const loadSignIn = async () => (await import('./signin.tsx')).SignInScreen;
export const loadWelcome = async () => (await import('./welcome.tsx')).WelcomeScreen;
export const loadProvider = async () => (await import('./provider.tsx')).ProviderScreen;
