import { check } from './checked.ts';

const { passed, failed } = await check(process.argv.slice(2).filter((word) => !word.startsWith('-')));
console.log(`check: ${passed} guards content, ${failed} not`);
process.exitCode = failed > 0 ? 1 : 0;
