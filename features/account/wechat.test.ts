import { expect, test } from 'vitest';
import { flowOf, readGrant, readNickname, readPicture, refusalOf } from './wechat.ts';

test('inside WeChat consent is asked for at once, anywhere else a QR code is shown', () => {
  expect(flowOf('Mozilla/5.0 (Linux; Android 15) MicroMessenger/8.0.50.2701')).toBe('official');
  expect(flowOf('Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0')).toBe('website');
  expect(flowOf('')).toBe('website');
});

test('an answer without an error number, or with none, is no error; one that is not a number is', () => {
  expect([refusalOf({}), refusalOf({ errcode: 0, errmsg: 'ok' })]).toEqual([null, null]);
  expect(refusalOf({ errcode: '40029' })).toBe('wechat_down');
});

test('of a grant every part is looked at', () => {
  const right = { access_token: 'token', openid: 'oAbc-_123', unionid: '' };
  expect(readGrant(right)).toEqual({ token: 'token', open_id: 'oAbc-_123', union_id: null });
  for (const wrong of [
    { access_token: '' },
    { access_token: 1 },
    { openid: 'short' },
    { unionid: 'a b c d e f' },
  ])
    expect(readGrant({ ...right, ...wrong })).toBe('wechat_down');
});

test('a nickname is kept as it was written, in one line, without signs that hide or turn text', () => {
  expect(readNickname('  水 \u0000Wasser\n💧 ')).toBe('水 Wasser💧');
  expect(readNickname('abc\u202Edef\u2066')).toBe('abcdef');
  expect(readNickname('💧'.repeat(100))).toBe('💧'.repeat(64));
  expect([readNickname(''), readNickname(null), readNickname(7)]).toEqual([null, null, null]);
});

test('a picture is kept where it leads to WeChat’s own hosts, by https, and nowhere else', () => {
  expect(readPicture('http://wx.qlogo.cn/mmopen/a/0')).toBe('https://wx.qlogo.cn/mmopen/a/0');
  expect(readPicture('https://thirdwx.qlogo.cn/mmopen/b/132')).toBe('https://thirdwx.qlogo.cn/mmopen/b/132');
  for (const other of [
    'https://qlogo.cn.example.org/a',
    'https://example.org/?wx.qlogo.cn',
    'https://wx.qlogo.cn@example.org/a',
    'https://wx.qlogo.cn:8443/a',
    'javascript:alert(1)//wx.qlogo.cn',
    'ftp://wx.qlogo.cn/a',
    `https://wx.qlogo.cn/${'a'.repeat(1000)}`,
    '',
    null,
  ])
    expect(readPicture(other)).toBeNull();
});
