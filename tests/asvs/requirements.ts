import { api } from './api.chapter.ts';
import { authentication } from './authentication.chapter.ts';
import { code, logging } from './code.chapter.ts';
import { communication, cryptography } from './cryptography.chapter.ts';
import { encoding } from './encoding.chapter.ts';
import { files } from './files.chapter.ts';
import { frontend } from './frontend.chapter.ts';
import { oauth } from './oauth.chapter.ts';
import { configuration, protection } from './operation.chapter.ts';
import type { Chapter } from './requirement.ts';
import { rights, tokens } from './rights.chapter.ts';
import { session } from './session.chapter.ts';
import { validation } from './validation.chapter.ts';
import { webrtc } from './webrtc.chapter.ts';

/** Every requirement of levels 1 and 2, and those of level 3 to which the product holds itself. */
export const chapters: readonly Chapter[] = [
  encoding,
  validation,
  frontend,
  api,
  files,
  authentication,
  session,
  rights,
  tokens,
  oauth,
  cryptography,
  communication,
  configuration,
  protection,
  code,
  logging,
  webrtc,
];
