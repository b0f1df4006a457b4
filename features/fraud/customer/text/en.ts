export default {
  reviews: 'Held for review',
  reviews_lead:
    'When a rule holds something up until a person has looked at it, it stands here: why, and what was decided.',
  up: 'Your privacy',
  none: 'Nothing of yours is held',
  none_text: 'Should it ever be, you read here why, and can answer.',
  state_held: 'Waits for your answer',
  state_answered: 'A person will look at it',
  state_released: 'Released',
  state_refused: 'Refused',
  rule_many_accounts:
    'On one day, {count} accounts were made on the device that you used. So nobody may change how yours is reached until somebody has looked at it.',
  rule_taking_over:
    'The device that you used had just become new to {count} accounts, and then was to change how yours is reached. That is how accounts are stolen.',
  rule_other: 'A rule held it up.',
  goes_on: 'Everything else of your account works as before.',
  since: 'Held since',
  decided: 'Decided',
  your_answer: 'Your answer',
  their_note: 'What the reviewer wrote',
  answer: 'What happened, in your words',
  answer_hint: 'Two sentences are enough. Only our security staff read them.',
  send: 'Send and ask for a review',
  object: 'You think that is wrong? Write once more, or write to whom the imprint names.',
} as const;
