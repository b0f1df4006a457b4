import { openApplication } from './application.ts';
import { endOnLastFault } from './fault.last.ts';
import { startWords } from './fault.start.ts';
import { openLogger } from './logger.ts';
import { giveBackSoon } from './memory.ts';
import { loadSettings, type Settings, SettingsFailure, unknownSettings } from './settings.ts';

const say = (line: string) => process.stdout.write(`${line}\n`);

let settings: Settings | null = null;

/** Starts the product and prints where to look. Ends gracefully on SIGTERM and SIGINT. */
async function main(): Promise<void> {
  settings = loadSettings();
  for (const warning of unknownSettings(process.env)) say(warning);
  const logger = openLogger(settings.log_level);
  const application = await openApplication(settings, logger, say);
  await application.server.app.listen({ host: settings.host, port: settings.port });
  giveBackSoon();
  const stop = async () => {
    say('Stopping …');
    await application.close();
    process.exit(0);
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  // In the fragment, which no server and no log ever sees. It works once, for a day.
  const welcome = application.consoleToken === null ? '' : `welcome#${application.consoleToken}`;
  say(
    [
      '',
      `  AXENT is running.`,
      `  Customer app   ${settings.public_url}/`,
      `  Console        ${settings.public_url}/console/${welcome}`,
      `  API reference  ${settings.public_url}/api`,
      ...(application.outbox === null
        ? []
        : [`  Outbox         ${settings.public_url}/outbox   (no mail server is set)`]),
      `  Ledger         ${settings.public_url}/ledger/   ${application.kernel.vkey}`,
      '',
    ].join('\n'),
  );
}

endOnLastFault();
main().catch((error: Error) => {
  say(error instanceof SettingsFailure ? error.message : startWords(error, settings));
  process.exit(1);
});
