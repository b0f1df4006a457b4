import type en from './en.ts';

export default {
  loading: '正在加载',
  offline: '当前没有网络。已经打开过的内容仍可使用。',
  language: '语言',
  theme: '浅色或深色',
  theme_system: '跟随设备',
  theme_light: '浅色',
  theme_dark: '深色',
  leave: '关闭，不保存',
  try_again: '再试一次',
  sign_in_again: '重新登录',
  prompt_what: '用到什么',
  prompt_purpose: '用来做什么',
  prompt_kept: '保留多久',
  prompt_otherwise: '如果不开启',
  problem_offline: '连不上服务器。',
  problem_offline_next: '请检查网络，然后再试一次。',
  problem_server: '我们这边出了点问题。',
  problem_server_next: '请稍后再试。如果一直这样，请写信告诉我们。',
  problem_busy: '操作有点太频繁了。',
  problem_busy_next: '请等一分钟再试。',
} as const satisfies Readonly<Record<keyof typeof en, string>>;
