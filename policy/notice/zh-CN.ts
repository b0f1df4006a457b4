import type { PolicyWords } from './words.ts';
import { computed } from './zh-CN.changes.ts';
import { clauses } from './zh-CN.clauses.ts';
import { names } from './zh-CN.names.ts';
import { prompts } from './zh-CN.prompts.ts';

export const zhCN = {
  title: '您在 {brand} 的隐私',
  in_short: [
    '没有账户也能随便看看。其余的，等您接受这份说明之后才开始。',
    '事情需要什么，我们才收集什么，并在询问的地方说明用途。',
    '定位、相机、照片和语音，您不打开就一直关着。关闭立刻生效。',
    '我们只用此刻的位置，从不保留，也就没有行踪可查。',
    '您的数据每次被使用都有记录，您可以自己核验。',
    '新闻和优惠，您同意才有，点一下就停。',
    '没有绝对的安全。万一出事，我们会告诉您。',
  ],
  ...names,
  clauses,
  prompts,
  ...computed,
  unbuilt: {
    'C.profile': ['您拥有的产品。'],
  },
} as const satisfies PolicyWords;
