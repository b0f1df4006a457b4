import type { Feature } from '@axent/kernel';
import { type NoticeResources, noticeOperations } from './operations.ts';
import { problems } from './problems.ts';

export function notice(resources: NoticeResources): Feature {
  return { name: 'notice', operations: noticeOperations(resources), problems };
}
