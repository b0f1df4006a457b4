import { buildApps } from './built.ts';

await buildApps({ all: true });
