import type { Context } from '@axent/kernel';
import { officers_alone } from '../staff.ts';
import { officerCount } from './storage.ts';

/** From then on bringing in another would get around the two who must agree. */
export async function isFull({ use }: Context<'authentication'>, role: string): Promise<boolean> {
  return role === 'privacy_officer' && (await officerCount(use)) >= officers_alone;
}
