import { implement, type Operation } from '@axent/kernel';
import * as contract from '../contract.ts';
import { judge } from '../judgement.ts';
import { alive, type Node } from '../watching.ts';
import * as storage from './storage.ts';
import { factsOf, type Looking } from './system.ts';

interface Showing extends Looking {
  /** This server as it is now. */
  readonly describe: () => Promise<Node>;
  readonly alerts: boolean;
}

export function watchingOperations({ describe, alerts, ...looking }: Showing): readonly Operation[] {
  const status = implement(contract.status, async (context) => {
    const { use, now } = context;
    const found = await factsOf(looking, context);
    const own = await describe();
    // Its own row is some seconds old, or not there yet.
    const nodes = [own, ...found.nodes.filter(({ id }) => id !== own.id)];
    const facts = { ...found, nodes };
    const here = new Set(alive(nodes, now).map(({ id }) => id));
    return {
      at: now.toISOString(),
      parts: judge(facts, now).map((one) => ({
        ...one,
        figures: Object.entries(one.figures).map(([name, value]) => ({ name, value })),
      })),
      nodes: nodes.map((node) => ({
        id: node.id,
        release: node.release,
        policy: node.policy,
        started_at: node.started_at.toISOString(),
        seen_at: node.seen_at.toISOString(),
        alive: here.has(node.id),
        here: node.id === own.id,
        free_bytes: node.disk?.free_bytes ?? null,
        log_waiting: node.log_waiting,
      })),
      carriers: await storage.carriers(use),
      alerts,
    };
  });
  return [status];
}
