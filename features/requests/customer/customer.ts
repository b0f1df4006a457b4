export { catalogue as requestWords } from './text.ts';
