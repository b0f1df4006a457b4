import { writeSync } from 'node:fs';
import { codeOf, placeOf } from './fault.ts';

const standard_error = 2;
const exit_code = 70;

/**
 * The last resort (ASVS 16.5.4): what nothing else caught is told by code and place, never by its message or its
 * values, and the process ends, since nobody knows what state it is in. Whoever started it starts it again.
 */
export function endOnLastFault(): void {
  const end = (part: string) => (cause: unknown) => {
    const error = cause instanceof Error ? cause : new Error('thrown without an error');
    const line = {
      level: 60,
      time: new Date().toISOString(),
      part,
      code: codeOf(error),
      stack: placeOf(error),
    };
    writeSync(standard_error, `${JSON.stringify({ ...line, msg: 'fault that nothing caught' })}\n`);
    process.exit(exit_code);
  };
  process.on('uncaughtException', end('uncaught exception'));
  process.on('unhandledRejection', end('unhandled rejection'));
}
