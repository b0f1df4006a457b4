import { policy } from '@axent/policy';
import { compile } from '@axent/policy/compile';
import { notices } from '@axent/policy/notice';
import { buildApps } from './built.ts';

// A policy that does not hold together, or a clause without words, is no release: nothing is built for it.
compile(policy, notices);
await buildApps({ all: true });
