import { ensureBrowser } from './browser.ts';
import { check } from './checked.ts';
import { preparePrograms } from './debian.ts';
import { type Count, runTests, runTestsTwice } from './tested.ts';

const words = process.argv.slice(2);
const nothing: Count = { passed: 0, failed: 0 };
ensureBrowser();
preparePrograms();
const guards = words.includes('--no-check') ? nothing : await check();
const filters = words.filter((word) => word !== '--no-check');
// Where nobody watches, a test that waited too long on a busy machine gets a second try, and is named.
const run = process.env.CI ? runTestsTwice : runTests;
const tests = await run(['run', ...filters], {});
const failed = guards.failed + tests.failed;
console.log(`${guards.passed + tests.passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
