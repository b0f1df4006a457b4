import { generatedFiles, outdated } from '../../tasks/generated.ts';
import type { Guard } from './guard.ts';

/** What is generated is committed, and equals what its generator says now. */
export const generated: Guard = {
  name: 'generated',
  judge: async ({ root }) => {
    const files = await generatedFiles(root);
    const wrong = outdated(root, files).map((path) => `${path} is out of date: npm run generate`);
    return { seen: `${files.length} files`, wrong };
  },
};
