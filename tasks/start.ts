import { buildApps } from './built.ts';

await buildApps({ all: false });
await import('../apps/server/main.ts');
