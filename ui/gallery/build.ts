import { build } from 'vite';
import { gallery } from './vite.config.ts';

/** Builds the component page into `dist`; tests look at it there. */
await build(gallery);
