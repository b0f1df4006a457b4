import { type Chapter, excepted, open, shown, unfit } from './requirement.ts';

const evidence = 'features/matters/server/evidence.test.ts';
const uploads =
  'customers send no files yet; the order of a matter, by an officer, is limited to five megabytes';

export const files: Chapter = {
  number: 5,
  name: 'Files',
  requirements: [
    shown('5.1.1', 2, 'What may be sent is written down', 'docs/decisions/documents-each-with-a-key.md'),
    shown('5.2.1', 1, 'Files are no larger than can be handled', `${evidence}: five megabytes`),
    shown(
      '5.2.2',
      1,
      'The content says the type',
      `${evidence}: by its content`,
      'tests/attack/uploads.part.ts',
    ),
    unfit('5.2.3', 2, 'Packed files', 'nothing is unpacked'),
    open('5.2.4', 3, 'Each person has room for so much', uploads),
    open('5.2.6', 3, 'Pictures with too many points', uploads),
    unfit(
      '5.3.1',
      1,
      'Files in a public folder are not run',
      'no file that was sent is in one: documents lie sealed',
    ),
    shown(
      '5.3.2',
      1,
      'Names on disk are made by the server',
      'kernel/media/media.test.ts: a name that is none of ours leads nowhere',
      'tests/attack/paths.part.ts',
    ),
    shown(
      '5.4.1',
      2,
      'A download has a name of ours',
      'features/matters/server/evidence.test.ts: toBe(`evidence-',
      'features/privacy/server/consents.test.ts: content-disposition',
    ),
    shown(
      '5.4.2',
      2,
      'File names cannot break headers',
      'kernel/operation/compression.ts: contract.file.name',
      'features/privacy/server/consents.test.ts: content-disposition',
    ),
    excepted(
      '5.4.3',
      2,
      'Files are looked at for malware',
      'Documents are sealed as they come and read by an officer only, as an attachment; the operator scans on the desk where they are opened.',
    ),
  ],
};
