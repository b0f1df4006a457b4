import type { RequestFacts } from '@axent/kernel';
import { pino } from 'pino';

export type Logger = ReturnType<typeof pino>;

/** Structured lines on standard output; they never hold a personal value, a token or a query. */
export function openLogger(level: string): Logger {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime });
}

/** One line a request, without address and without what was sent. */
export function logRequest(logger: Logger, facts: RequestFacts): void {
  const { operation, status, duration_ms, code } = facts;
  const line = {
    operation,
    status,
    duration_ms: Math.round(duration_ms * 10) / 10,
    ...(code ? { code } : {}),
  };
  if (status >= 500) logger.error(line, 'request');
  else logger.debug(line, 'request');
}
