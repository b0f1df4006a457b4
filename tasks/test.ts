import { ensureBrowser } from './browser.ts';
import { check } from './checked.ts';
import { preparePrograms } from './debian.ts';
import { type Count, runTests } from './tested.ts';

const words = process.argv.slice(2);
const nothing: Count = { passed: 0, failed: 0 };
const browser = ensureBrowser();
preparePrograms();
const guards = words.includes('--no-check') ? nothing : await check();
const filters = words.filter((word) => word !== '--no-check');
const tests = await runTests(['run', ...filters], { CHROMIUM: browser });
const failed = guards.failed + tests.failed;
console.log(`${guards.passed + tests.passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
