import type en from './en.ts';

export default {
  reviews: '待人工查看',
  reviews_lead: '当规则暂停某项操作并等待人工查看时，原因和决定都在这里。',
  up: '您的隐私',
  none: '您没有被暂停的事项',
  none_text: '如有，您可以在这里看到原因并答复。',
  state_held: '等待您的答复',
  state_answered: '将由人工查看',
  state_released: '已解除',
  state_refused: '已拒绝',
  rule_many_accounts:
    '您所用的设备一天内创建了 {count} 个账户。因此，在人工查看之前，任何人都不能更改您的联系方式。',
  rule_taking_over:
    '您所用的设备刚首次登录了 {count} 个账户，随后要更改您的联系方式。账户往往就是这样被盗的。',
  rule_other: '某条规则暂停了此操作。',
  goes_on: '账户的其他功能照常使用。',
  since: '暂停时间',
  decided: '决定时间',
  your_answer: '您的答复',
  their_note: '查看者的说明',
  answer: '请用您自己的话说明经过',
  answer_hint: '两句话即可。只有我们的安全人员会阅读。',
  send: '发送并申请查看',
  object: '您认为有误？可再写一次，或联系版本说明中列出的联系人。',
} satisfies Record<keyof typeof en, string>;
