import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { list } from '@axent/functions/contract';
import pg from 'pg';
import { ApplicationProcess, freePort } from './application.process.ts';
import { Customer } from './customer.ts';
import { checkCustomer, checkRecords, type Findings } from './findings.ts';
import { checkLedger, fetchHead, type ShownHead } from './ledger.findings.ts';

// Kills the real application under writes, again and again, and compares what stands afterwards with what was
// acknowledged before: npm run crash -- N

const kills_default = 10;
const kills_at_most = 1000;
/** Acknowledged writes between two kills, at least. */
const writes_least = 1000;
const round_ms = 120_000;
const people = 18;
/** Every third person uses a second browser, too. */
const second_every = 3;
const head_every_ms = 200;

const say = (line: string) => process.stdout.write(`${line}\n`);

interface Run {
  readonly application: ApplicationProcess;
  readonly customers: Customer[];
  /** Functions and switches that this release offers. */
  readonly functions: string[];
  readonly findings: Findings;
}

function killsWanted(): number {
  const word = process.argv[2] ?? String(kills_default);
  const kills = Number(word);
  if (Number.isInteger(kills) && kills >= 1 && kills <= kills_at_most) return kills;
  say(`"${word}" is no number of kills from 1 to ${kills_at_most}. For example: npm run crash -- 3`);
  return process.exit(2);
}

let addresses = 0;

/** A browser that has accepted and signed in. */
async function arrival({ application, functions }: Run, email: string, corrects: boolean): Promise<Customer> {
  const n = ++addresses;
  const customer = new Customer(application.base, email, `10.0.${n >> 8}.${n & 255}`, corrects);
  await customer.arrive(functions);
  return customer;
}

async function firstCustomers(run: Run): Promise<void> {
  const curious = await arrival(run, 'person0@example.org', true);
  const { body } = await curious.call(list, {});
  run.functions.push(...body.functions.filter(({ offered }) => offered).map((one) => one.function));
  for (let n = 1; n <= people; n++) {
    const email = `person${n}@example.org`;
    run.customers.push(await arrival(run, email, true));
    // Switches hold on every device, so a second browser leaves them to the first.
    if (n % second_every === 0) {
      const kinds = new Map(body.functions.map((one) => [one.function, one.kind]));
      const own = run.functions.filter((name) => kinds.get(name) === 'function');
      run.customers.push(await arrival({ ...run, functions: own }, email, false));
    }
  }
}

interface Written {
  readonly acknowledged: number;
  readonly doubted: number;
  readonly seconds: number;
  readonly shown: ShownHead | null;
}

/** Everybody writes at once until there are enough acknowledged writes, then `kill` strikes in the middle of it. */
async function writeUntilKilled(run: Run, kill: () => Promise<void>): Promise<Written> {
  const began = performance.now();
  let acknowledged = 0;
  let killed = false;
  let shown: ShownHead | null = null;
  const failures: Error[] = [];
  const write = async (customer: Customer) => {
    while (!killed && (await customer.write())) acknowledged++;
  };
  const writing = run.customers.map((customer) =>
    write(customer).catch((error: Error) => {
      if (!killed) failures.push(error);
    }),
  );
  const newcomer = arrival(run, `new${addresses}@example.org`, true).catch(() => null);
  const looking = setInterval(async () => {
    shown = (await fetchHead(run.application.base).catch(() => null)) ?? shown;
  }, head_every_ms);
  while (acknowledged < writes_least && performance.now() - began < round_ms && failures.length === 0) {
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  // Somewhere in the next moments, not always right after a write's answer.
  await new Promise((resolve) => setTimeout(resolve, Math.random() * 200));
  clearInterval(looking);
  killed = true;
  await kill();
  const joined = await newcomer;
  await Promise.all(writing);
  if (failures.length > 0) throw new Error(`Writing failed before the kill: ${failures[0]?.message}`);
  if (acknowledged < writes_least) throw new Error(`Only ${acknowledged} writes in ${round_ms / 1000} s.`);
  const doubted = run.customers.filter((customer) => customer.doubts).length;
  if (joined !== null) run.customers.push(joined);
  return { acknowledged, doubted, seconds: (performance.now() - began) / 1000, shown };
}

async function checkAll(run: Run, shown: ShownHead | null): Promise<number> {
  const { application, customers, findings } = run;
  const database = new pg.Pool({ connectionString: application.databaseUrl, max: 4 });
  try {
    await Promise.all(customers.map((customer) => checkCustomer(customer, database, findings)));
    const byPerson = Map.groupBy(customers, ({ email }) => email);
    await Promise.all([...byPerson.values()].map((browsers) => checkRecords(browsers, findings)));
    return await checkLedger(database, application.vkey, shown, findings);
  } finally {
    await database.end();
  }
}

function checkStart({ application, findings }: Run): void {
  for (const line of application.complaints) findings.inconsistent.push(`after starting: ${line}`);
}

async function crashOnce(run: Run, n: number): Promise<void> {
  const { application, findings } = run;
  const whole = n % 2 === 0;
  const written = await writeUntilKilled(run, () =>
    whole ? application.killAll() : application.killServer(),
  );
  const up_s = await application.start();
  const size = await checkAll(run, written.shown);
  checkStart(run);
  say(
    `kill ${n} (${whole ? 'server and database' : 'server only'}): ${written.acknowledged} writes acknowledged in ` +
      `${written.seconds.toFixed(1)} s, ${written.doubted} in doubt; up again in ${up_s.toFixed(1)} s; ` +
      `ledger of ${size} leaves`,
  );
  for (const line of [...findings.lost, ...findings.inconsistent]) say(`  ${line}`);
}

/** After the last kill a graceful stop ends everything, and the start after it has nothing to recover. */
async function checkGracefulEnd(run: Run): Promise<void> {
  const { application, findings } = run;
  const code = await application.stop();
  if (code !== 0) findings.inconsistent.push(`a graceful stop ended with ${code}`);
  if (application.hasDatabase) findings.inconsistent.push('a graceful stop left the database running');
  await application.start();
  if (/still there/.test(application.output))
    findings.inconsistent.push('a start after a graceful stop recovered');
  await checkAll(run, null);
  checkStart(run);
  await application.stop();
}

async function crash(kills: number, folder: string): Promise<boolean> {
  const application = new ApplicationProcess(folder, await freePort());
  const end = async (signal: NodeJS.Signals) => {
    await application.killAll();
    rmSync(folder, { recursive: true, force: true });
    process.exit(signal === 'SIGINT' ? 130 : 143);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, end);
  const run: Run = { application, customers: [], functions: [], findings: { lost: [], inconsistent: [] } };
  try {
    await application.start();
    await firstCustomers(run);
    say(`${run.customers.length} browsers write: ${run.functions.join(', ')}, and their phone number`);
    for (let n = 1; n <= kills; n++) await crashOnce(run, n);
    await checkGracefulEnd(run);
  } finally {
    await application.killAll();
  }
  const { lost, inconsistent } = run.findings;
  say(`crash: ${kills} kills, ${lost.length} lost, ${inconsistent.length} inconsistent`);
  return lost.length === 0 && inconsistent.length === 0;
}

const kills = killsWanted();
const folder = mkdtempSync(join(tmpdir(), 'axent-crash-'));
// The database's own account must get in; the cluster inside is closed to others by itself.
chmodSync(folder, 0o755);
try {
  process.exitCode = (await crash(kills, folder)) ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
