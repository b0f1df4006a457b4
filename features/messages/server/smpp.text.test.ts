import { expect, test } from 'vitest';
import { readReceipt } from './smpp.receipt.ts';
import { codeText, partHeader } from './smpp.text.ts';

test('plain letters go one septet an octet, 160 in one part', () => {
  const coded = codeText('x'.repeat(160));
  expect([coded.data_coding, coded.parts.length, coded.parts[0]?.length]).toEqual([0, 1, 160]);
  expect(codeText('@£$').parts[0]).toEqual(Buffer.from([0, 1, 2]));
  expect(codeText('€[').parts[0]).toEqual(Buffer.from([0x1b, 0x65, 0x1b, 0x3c]));
});

test('a longer text is cut into parts of 153, and no letter with its escape is torn', () => {
  const coded = codeText(`${'x'.repeat(152)}€${'y'.repeat(20)}`);
  expect(coded.parts.map((part) => part.length)).toEqual([152, 22]);
  expect(coded.parts[1]?.subarray(0, 2)).toEqual(Buffer.from([0x1b, 0x65]));
});

test('Chinese goes in UCS-2, 70 letters in one part and 67 in each of several', () => {
  expect(codeText('验').parts[0]).toEqual(Buffer.from([0x9a, 0x8c]));
  expect(codeText('验'.repeat(70))).toMatchObject({ data_coding: 8, parts: { length: 1 } });
  expect(codeText('验'.repeat(71)).parts.map((part) => part.length)).toEqual([134, 8]);
  const torn = codeText(`${'验'.repeat(66)}😀${'码'.repeat(10)}`);
  expect(torn.parts.map((part) => part.length)).toEqual([132, 24]);
});

test('a text that no phone puts together again is refused', () => {
  expect(() => codeText('验'.repeat(671))).toThrow(RangeError);
});

test('the header of a part names its place', () => {
  expect([...partHeader(300, 3, 2)]).toEqual([5, 0, 3, 44, 3, 2]);
});

const textual =
  'id:0a-9 sub:001 dlvrd:000 submit date:2611250000 done date:2611250001 stat:UNDELIV err:0b7 text:';

test.each([
  ['a text', { esm_class: 4, short_message: { message: textual } }, ['0a-9', 'failed', 'UNDELIV 0b7']],
  ['fields', { esm_class: 4, receipted_message_id: 'x\0', message_state: 2 }, ['x', 'delivered', 'DELIVRD']],
  [
    'fields of one that ran out',
    { esm_class: 4, receipted_message_id: 'x', message_state: 3 },
    ['x', 'failed', 'EXPIRED'],
  ],
] as const)('a receipt is read from %s', (_, pdu, [reference, state, code]) => {
  expect(readReceipt(pdu)).toEqual({ reference, state, code });
});

test.each([
  ['a message from a phone', { esm_class: 0, short_message: { message: textual } }],
  ['one that is on its way', { esm_class: 4, receipted_message_id: 'x', message_state: 1 }],
  ['nonsense', { esm_class: 4, short_message: { message: 'stat: id:' } }],
])('%s is no receipt', (_, pdu) => {
  expect(readReceipt(pdu)).toBeNull();
});
