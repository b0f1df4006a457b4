import { existsSync, readdirSync, readFileSync } from 'node:fs';

const tick_us = 10_000;

/**
 * Processor time of a process and all its children since they began, in µs. Linux; NaN elsewhere. Steadier than a
 * rate where other programs share the machine.
 */
export function processorTime_us(pid: number): number {
  if (!existsSync('/proc/self/stat')) return Number.NaN;
  let ticks = 0;
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    const fields = statOf(name);
    const own = Number(name) === pid;
    if (!own && Number(fields[1]) !== pid) continue;
    // After the name in brackets: state, parent, …; own times are the 12th and 13th, those of ended children follow.
    ticks += fields.slice(11, own ? 15 : 13).reduce((sum, field) => sum + Number(field), 0);
  }
  return ticks * tick_us;
}

function statOf(pid: string): string[] {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch {
    return []; // ended meanwhile
  }
}
