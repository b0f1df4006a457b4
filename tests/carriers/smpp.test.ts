import { setTimeout as sleep } from 'node:timers/promises';
import type { Carrier, Outbound, Receipt } from '@axent/kernel';
import { smppCarrier } from '@axent/messages/server';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeCertificate } from './certificate.ts';
import { type SmppPeer, smppPeer } from './smpp.peer.ts';
import { until } from './until.ts';

let peer: SmppPeer;
const open: Carrier[] = [];
beforeEach(async () => {
  peer = await smppPeer();
});
afterEach(async () => {
  for (const carrier of open.splice(0)) await carrier.close();
  await peer.stop();
});

const id = '019ab000-0000-7000-8000-000000000001';
const message = (text: string): Outbound => ({ id, channel: 'sms', to: '+41790000000', subject: '', text });

function carrier(more: Partial<Parameters<typeof smppCarrier>[0]> = {}): Carrier {
  const made = smppCarrier({ id: 'sms.test', url: peer.url, from: 'AXENT', answer_ms: 1_000, ...more });
  open.push(made);
  return made;
}

const faultOf = async (work: Promise<unknown>) =>
  await work.then(
    () => 'taken',
    (error: { fault: string; code: string }) => `${error.fault} ${error.code}`,
  );

test('a message is bound, sent and answered; the sender is a name, the number has its country', async () => {
  expect(await carrier().carry(message('Hello €5'))).toEqual({ reference: 'm1' });
  expect(peer.commands.slice(0, 2)).toEqual(['bind_transceiver', 'submit_sm']);
  expect(peer.taken[0]).toMatchObject({ to: '41790000000', from: 'AXENT', data_coding: 0, text: 'Hello €5' });
});

test('Chinese arrives as it was written', async () => {
  await carrier().carry(message('您的验证码是 1234 5678'));
  expect(peer.taken[0]).toMatchObject({ data_coding: 8, text: '您的验证码是 1234 5678' });
});

test.each(['udh', 'sar'] as const)('a long text arrives in parts that belong together: %s', async (long) => {
  const text = '您的验证码'.repeat(30);
  await carrier({ long }).carry(message(text));
  expect(peer.taken.map((part) => part.text).join('')).toBe(text);
  const places = peer.taken.map((part) =>
    long === 'sar' ? part.segment : [...(part.udh[0] ?? [])].slice(2),
  );
  expect(places.map((place) => place?.slice(1))).toEqual([
    [3, 1],
    [3, 2],
    [3, 3],
  ]);
  expect(new Set(places.map((place) => place?.[0])).size).toBe(1);
});

test('a long text goes in one payload where the carrier wants it so', async () => {
  const text = 'A long text. '.repeat(20);
  await carrier({ long: 'payload' }).carry(message(text));
  expect(peer.taken.map(({ payload }) => payload)).toEqual([text]);
});

test('word of a delivery is read and answered', async () => {
  const made = carrier();
  const receipts: Receipt[] = [];
  made.onReceipt?.((receipt) => receipts.push(receipt));
  await made.carry(message('one'));
  await until(() => receipts.length === 1 && peer.answered.length === 1);
  expect(receipts).toEqual([{ reference: 'm1', state: 'delivered', code: 'DELIVRD' }]);
  expect(peer.answered[0]).toMatchObject({ command: 'deliver_sm_resp', command_status: 0 });
  peer.receipt('m1', 'UNDELIV');
  await until(() => receipts.length === 2);
  expect(receipts[1]).toEqual({ reference: 'm1', state: 'failed', code: 'UNDELIV 042' });
  // What a phone sends back is answered and goes nowhere.
  peer.send({ source_addr: '41790000000', destination_addr: 'AXENT', short_message: 'STOP' });
  await until(() => peer.answered.length === 3);
  expect(receipts).toHaveLength(2);
});

test('throttling is told as such, a number that nobody has as final, and what was never answered as unsure', async () => {
  const made = carrier();
  peer.mood = 'throttles';
  expect(await faultOf(made.carry(message('x')))).toBe('throttled SMPP_88');
  peer.mood = 'refuses';
  expect(await faultOf(made.carry(message('x')))).toBe('final SMPP_11');
  expect(await faultOf(made.carry(message('验'.repeat(700))))).toBe('final TOO_LONG');
  peer.mood = 'is silent';
  expect(await faultOf(made.carry(message('x')))).toBe('unsure ETIMEDOUT');
  peer.mood = 'vanishes after taking';
  expect(await faultOf(made.carry(message('x')))).toBe('unsure ECONNRESET');
});

test('an answer that comes twice counts once', async () => {
  peer.mood = 'answers twice';
  const made = carrier();
  expect((await made.carry(message('1'))).reference).toBe('m1');
  expect((await made.carry(message('2'))).reference).toBe('m2');
});

test('no more wait for their answer at once than the window lets', async () => {
  peer.delay_ms = 20;
  const made = carrier({ window: 3 });
  await Promise.all(Array.from({ length: 20 }, (_, number) => made.carry(message(String(number)))));
  expect(peer.taken).toHaveLength(20);
  expect(peer.most_at_once).toBe(3);
});

test('after the connection was lost it comes back by itself, after a pause', async () => {
  const made = carrier();
  await made.carry(message('before'));
  await peer.stop();
  await sleep(50);
  expect(await faultOf(made.carry(message('down')))).toBe('failed ECONNREFUSED');
  // While it pauses nobody waits for it.
  const began = performance.now();
  expect(await faultOf(made.carry(message('down')))).toBe('failed ECONNREFUSED');
  expect(performance.now() - began).toBeLessThan(200);
  await peer.start();
  await sleep(600);
  await made.carry(message('after'));
  expect(peer.taken.map(({ text }) => text)).toEqual(['before', 'after']);
});

test('a wrong password is told, not tried without end', async () => {
  const made = carrier({ url: peer.url.replace('secret', 'guess') });
  expect(await faultOf(made.carry(message('x')))).toBe('failed BIND_14');
  expect(await faultOf(made.carry(message('x')))).toBe('failed BIND_14');
  expect(peer.commands.filter((command) => command === 'bind_transceiver')).toHaveLength(1);
});

test('with TLS only a certificate that is trusted will do, and one that has run out will not', async () => {
  const good = makeCertificate();
  const secure = await smppPeer(good);
  const late = makeCertificate(-1);
  const expired = await smppPeer(late);
  try {
    await carrier({ url: secure.url, ca: good.cert }).carry(message('sealed'));
    expect(secure.taken.map(({ text }) => text)).toEqual(['sealed']);
    expect(await faultOf(carrier({ url: secure.url }).carry(message('x')))).toMatch(/^failed .*SELF_SIGNED/);
    expect(await faultOf(carrier({ url: expired.url, ca: late.cert }).carry(message('x')))).toBe(
      'failed CERT_HAS_EXPIRED',
    );
  } finally {
    await secure.stop();
    await expired.stop();
  }
});
