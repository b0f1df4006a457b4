export { catalogue as publicationWords } from './text.ts';

export const loadPolicy = async () => (await import('./policy.tsx')).PolicyScreen;
export const loadLedger = async () => (await import('./ledger.tsx')).LedgerScreen;
export const loadDataMap = async () => (await import('./datamap.tsx')).DataMapScreen;
export const loadRecord = async () => (await import('./record.tsx')).RecordScreen;
