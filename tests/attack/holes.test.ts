import { expect, test } from 'vitest';
import { readHoles } from '../../tasks/holes.ts';

test('holes of high severity and worse are named, lesser ones counted', () => {
  const one = (severity: string) => ({ severity, range: '<2.0.0', fixAvailable: true });
  const report = {
    vulnerabilities: { a: one('high'), b: one('critical'), c: one('moderate'), d: one('low') },
  };
  const holes = readHoles(JSON.stringify(report));
  expect(holes).toEqual({
    asked: true,
    high: ['a <2.0.0: a known hole, high', 'b <2.0.0: a known hole, critical'],
    others: 2,
  });
});

test('a registry that does not answer is not taken for one that knows of nothing', () => {
  expect(readHoles('{"message":"405 Method Not Allowed"}')).toEqual({
    asked: false,
    why: '405 Method Not Allowed',
  });
  expect(readHoles('{"error":{"summary":"offline"}}')).toEqual({ asked: false, why: 'offline' });
  expect(readHoles('{"vulnerabilities":{}}')).toEqual({ asked: true, high: [], others: 0 });
});
