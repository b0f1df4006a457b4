import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { makeProof, readProof } from './proof.ts';

const hash = (label: string, value: string) =>
  createHmac('sha256', 'key').update(`${label}|${value}`).digest();
const now = new Date('2026-11-30T12:00:00Z');
const later = now.getTime() + 60_000;
const address = { kind: 'email', value: 'ada@example.org' } as const;

test('M.code: a proof says which address was proved, until its time is over', () => {
  const proof = makeProof(address, later, hash);
  expect(readProof(proof, hash, now)).toEqual(address);
  expect(readProof(proof, hash, new Date(later))).toBeNull();
});

test('M.code: a proof that was changed, cut or made with another key proves nothing', () => {
  const proof = makeProof(address, later, hash);
  const other = (label: string, value: string) =>
    createHmac('sha256', 'other').update(`${label}|${value}`).digest();
  for (const forged of [
    proof.replace('ada@', 'eve@'),
    proof.replace('email', 'phone'),
    proof.replace(String(later), String(later + 1)),
    proof.slice(0, -1),
    `${proof.slice(0, -1)}${proof.endsWith('0') ? '1' : '0'}`,
    makeProof(address, later, other),
    '',
  ])
    expect(readProof(forged, hash, now)).toBeNull();
});
