import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { ICruiseResult, IModule } from 'dependency-cruiser';
import type { Guard, Project, Verdict } from './guard.ts';
import { runNode } from './program.ts';

const roots = ['policy', 'kernel', 'ui', 'features', 'brand', 'apps', 'tests', 'tasks', 'bench'];
/** Fewer modules than this and the tool read nothing: it has said "no violations" of an empty tree before. */
const least_modules = 10;

/** What a browser loads: everything that these files import, other than for types alone. */
const browserFiles = /^(features\/[^/]+\/(customer|console)|apps\/(customer|console)|ui)\//;
const notForBrowsers = /[.](test|config|d)[.]tsx?$|[.]generate[.]ts$|\/(build|compress)[.]ts$/;

async function cruise({ root, tools }: Project): Promise<ICruiseResult> {
  const program = join(tools, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
  const words = ['--config', join(tools, '.dependency-cruiser.cjs'), '--output-type', 'json', '--no-cache'];
  const folders = roots.filter((folder) => existsSync(join(root, folder)));
  const { stdout, stderr } = await runNode(program, [...words, ...folders], root);
  if (!stdout.startsWith('{')) throw new Error(`dependency-cruiser said no JSON: ${stderr || stdout}`);
  return JSON.parse(stdout);
}

/** Ways from a browser file to Node's standard library, each as the chain of imports that leads there. */
function nodeInBrowser(modules: readonly IModule[]): string[] {
  const byPath = new Map(modules.map((module) => [module.source, module]));
  const chains = new Map(
    [...byPath.keys()]
      .filter((path) => browserFiles.test(path) && !notForBrowsers.test(path))
      .map((path) => [path, [path]]),
  );
  const wrong: string[] = [];
  // A Map is walked in order of insertion, also of what is inserted on the way: breadth first.
  for (const [path, chain] of chains) {
    for (const to of byPath.get(path)?.dependencies ?? []) {
      if (to.typeOnly || to.dependencyTypes.includes('type-only')) continue;
      if (to.coreModule) wrong.push(`browser-without-node: ${[...chain, to.module].join(' → ')}`);
      else if (!chains.has(to.resolved) && !to.resolved.includes('node_modules')) {
        chains.set(to.resolved, [...chain, to.resolved]);
      }
    }
  }
  return wrong;
}

async function judge(project: Project): Promise<Verdict> {
  const { modules, summary } = await cruise(project);
  const own = modules.filter(({ source }) => roots.some((folder) => source.startsWith(`${folder}/`)));
  if (own.length < least_modules) {
    return {
      seen: `${own.length} modules`,
      wrong: [`only ${own.length} modules were read: the tool is blind`],
    };
  }
  const broken = summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`);
  return { seen: `${own.length} modules`, wrong: [...broken, ...nodeInBrowser(modules)] };
}

export const boundaries: Guard = { name: 'boundaries', judge };
