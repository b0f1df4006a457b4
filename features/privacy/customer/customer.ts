export { catalogue as privacyWords } from './text.ts';

/** Screens, each a chunk of its own. */
export const loadOverview = async () => (await import('./overview.tsx')).OverviewScreen;
export const loadHeld = async () => (await import('./held.tsx')).HeldScreen;
export const loadUses = async () => (await import('./uses.tsx')).UsesScreen;
export const loadShared = async () => (await import('./sharing.tsx')).SharedScreen;
export const loadOfficer = async () => (await import('./officer.tsx')).OfficerScreen;
export const loadClosing = async () => (await import('./closing.tsx')).ClosingScreen;
export const loadClosed = async () => (await import('./closing.tsx')).ClosedScreen;
export const loadConsents = async () => (await import('./consents.tsx')).ConsentsScreen;
export const loadErased = async () => (await import('./erased.tsx')).ErasedScreen;
