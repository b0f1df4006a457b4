import { computed } from './en.changes.ts';
import { clauses } from './en.clauses.ts';
import { names } from './en.names.ts';
import { prompts } from './en.prompts.ts';
import type { PolicyWords } from './words.ts';

export const en = {
  title: 'Your privacy at {brand}',
  in_short: [
    'You can look around without an account. Beyond that, we begin once you accept this notice.',
    'We collect only what a thing needs, and say what for, right where we ask.',
    'Location, camera, pictures and voice stay off until you open them. Closing works at once.',
    'We use your position of the moment and never keep it. There is no trail of where you went.',
    'Every use of your data is recorded, and you can check the record yourself.',
    'News and offers reach you only after your yes, and one tap stops them.',
    'Nothing is completely safe. If something happens, we tell you.',
  ],
  ...names,
  clauses,
  prompts,
  ...computed,
  unbuilt: {
    'C.profile': ['The products you own.'],
  },
} as const satisfies PolicyWords;
