/** The boundaries of `docs/architecture.md`. Dependencies point down only. */
const product = '^(policy|kernel|ui|features|brand|apps)/';
const tests = '[.]test[.]tsx?$|^tests/';

/** What screens may see of the kernel: how to call an operation, and how to check a proof. */
const kernelForScreens = '^kernel/(operation/(contract|client)[^/]*|ledger/[^/]+)$';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'policy-stands-alone',
      comment: 'The policy imports nothing outside policy (the standard library apart).',
      severity: 'error',
      from: { path: '^policy/', pathNot: tests },
      to: { pathNot: '^policy/', dependencyTypesNot: ['core'] },
    },
    {
      name: 'kernel-knows-no-feature',
      comment: 'The kernel makes the policy binding; it knows no feature, app, brand or screen.',
      severity: 'error',
      from: { path: '^kernel/', pathNot: tests },
      to: { path: '^(features|apps|brand|ui)/' },
    },
    {
      name: 'ui-knows-no-feature',
      comment: 'Design primitives know neither features nor the kernel, apps or brand.',
      severity: 'error',
      from: { path: '^ui/', pathNot: tests },
      to: { path: '^(features|apps|brand|kernel)/' },
    },
    {
      name: 'features-meet-at-contracts',
      comment: 'One feature reaches another through its /contract or an event, never its inside.',
      severity: 'error',
      from: { path: '^features/([^/]+)/', pathNot: tests },
      to: { path: '^features/', pathNot: '^features/($1/|[^/]+/contract[.a-z]*$)' },
    },
    {
      name: 'screens-see-no-server',
      comment: 'Screens see contracts and ui, never server code.',
      severity: 'error',
      from: { path: '^(features/[^/]+/(customer|console)|apps/(customer|console)|ui)/', pathNot: tests },
      to: { path: '^features/[^/]+/server/|^apps/server/' },
    },
    {
      name: 'screens-see-little-kernel',
      comment: 'Of the kernel, screens see how to call an operation and how to check a proof.',
      severity: 'error',
      from: { path: '^(features/[^/]+/(customer|console)|apps/(customer|console))/', pathNot: tests },
      to: { path: '^kernel/', pathNot: kernelForScreens },
    },
    {
      name: 'contracts-are-light',
      comment:
        'Contracts go to the browser: no server code, no standard library, no kernel but its contract.',
      severity: 'error',
      from: { path: '^features/[^/]+/contract[^/]*[.]ts$', pathNot: tests },
      to: {
        path: '^(features/[^/]+/(server|customer|console)|apps|brand|ui)/|^kernel/(?!operation/contract)',
      },
    },
    {
      name: 'rules-are-pure',
      comment: 'The rules of a feature (<noun>.ts) do no I/O: no standard library, no server folder.',
      severity: 'error',
      from: { path: '^features/([^/]+)/[^/]+[.]ts$', pathNot: `${tests}|/contract[^/]*[.]ts$` },
      to: { path: '^(fs|node:fs|net|node:net|http|node:http|child_process|node:child_process|pg$)|/server/' },
    },
    {
      name: 'one-wiring-file',
      comment: 'apps/server/compose.ts alone brings features and server together.',
      severity: 'error',
      from: { path: product, pathNot: `${tests}|^apps/server/compose[.]ts$|^features/` },
      to: { path: '^features/[^/]+/server/' },
    },
    {
      name: 'nobody-imports-apps',
      comment: 'Apps are where everything comes together; nothing below knows them.',
      severity: 'error',
      from: { path: '^(policy|kernel|ui|features|brand)/' },
      to: { path: '^apps/' },
    },
    {
      name: 'apps-stand-apart',
      comment: 'The three apps do not import each other.',
      severity: 'error',
      from: { path: '^apps/([^/]+)/', pathNot: tests },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'product-knows-no-test',
      comment: 'What is shipped does not import tests, benches or tasks.',
      severity: 'error',
      from: { path: product, pathNot: tests },
      to: { path: '[.]test[.]tsx?$|^(tests|bench|tasks)/' },
    },
    {
      name: 'no-circle',
      comment: 'Two files that need each other are one, or three. Types alone may look back.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'resolvable',
      comment: 'Every import leads somewhere that its workspace exports.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^virtual:' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|data|[.]cache)/|^bench/peers/' },
    tsPreCompilationDeps: 'specify',
    detectJSDocImports: false,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'browser', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.cjs', '.json', '.css'],
      mainFields: ['module', 'main'],
    },
  },
};
