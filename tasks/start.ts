import { assertFolderFree } from '../apps/server/folder.free.ts';
import { buildApps } from './built.ts';

// Before anything is built: a server that runs on this folder serves the apps that lie there.
assertFolderFree();
await buildApps({ all: false });
await import('../apps/server/main.ts');
