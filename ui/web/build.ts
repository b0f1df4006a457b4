import { fileURLToPath } from 'node:url';
import type { InlineConfig, PluginOption } from 'vite';

interface WebApp {
  /** Folder of the app; its page is `index.html`, the result goes to `dist`. */
  readonly root: string;
  /** Where it is served, for example `/` or `/console/`. */
  readonly base: string;
  readonly plugins?: PluginOption[];
}

const catalogue = /\/text\/(en|de|zh-CN)\.ts$/;
const base_modules = /\/node_modules\/(preact|preact-iso|@preact)\/|\/ui\/[a-z]+\/[a-z.]+$/;

/** What no first screen has: it is fetched with the first that does. */
const later_modules =
  /\/ui\/(prompt\/|controls\/(field|switch|save)|signs\/seal|states\/refused|surfaces\/sheet)|\/features\/(?!notice|account|functions)[a-z]+\/contract\.ts$/;
const late = (id: string) => later_modules.test(id);

/** Declarations without effect. */
const contract = /\/features\/[a-z]+\/contract(\.[a-z]+)?\.ts$/;
const contracts = /\/features\/[a-z]+\/(contract|(customer|console)\/text)\.ts$|\/kernel\/operation\//;

/** The one Vite configuration of both apps: Preact by oxc, no inline code, one chunk per language and catalogue. */
export function webApp({ root, base, plugins = [] }: WebApp): InlineConfig {
  return {
    root,
    base,
    configFile: false,
    envDir: false,
    publicDir: 'public',
    clearScreen: false,
    logLevel: 'warn',
    plugins,
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    resolve: { alias: { typebox: fileURLToPath(new URL('schema.ts', import.meta.url)) } },
    build: {
      outDir: 'dist',
      emptyOutDir: true,
      // A data: address would need more room in the content security policy than a file does.
      assetsInlineLimit: 0,
      // Every browser that the apps are made for has it.
      modulePreload: { polyfill: false },
      rolldownOptions: {
        // A contract only says something: who uses none of its operations loads none of it.
        treeshake: { moduleSideEffects: (id: string) => !contract.test(id) },
        output: {
          // The primitives and Preact are one file for every screen: fewer requests than one for each sign;
          // so are the contracts, which are small without their schemas.
          codeSplitting: {
            groups: [
              { name: 'base', test: (id) => base_modules.test(id) && !late(id) && !catalogue.test(id) },
              { name: 'contracts', test: (id) => contracts.test(id) && !late(id) },
              { name: 'later', test: (id) => late(id) && !catalogue.test(id) },
            ],
          },
          chunkFileNames: ({ facadeModuleId }) => {
            const language = facadeModuleId ? catalogue.exec(facadeModuleId)?.[1] : undefined;
            return language ? `assets/text/${language}-[hash].js` : 'assets/[name]-[hash].js';
          },
        },
      },
    },
  };
}
