import { type Chapter, shown, unfit } from './requirement.ts';

const token = 'no token carries its own rights: a session is looked up';

export const rights: Chapter = {
  number: 8,
  name: 'Authorization',
  requirements: [
    shown(
      '8.1.1',
      1,
      'Who may do what is written down',
      'policy/uses.ts',
      'docs/architecture.md: ## What everybody may rely on',
    ),
    shown(
      '8.1.2',
      2,
      'Who may see which field is written down',
      'policy/categories.ts',
      'docs/adding-a-feature.md: The comment is the data map',
    ),
    shown(
      '8.2.1',
      1,
      'Every function asks for its right',
      'tests/attack/matrix.part.ts',
      'tests/matrix/operations.test.ts',
    ),
    shown(
      '8.2.2',
      1,
      'Nobody reaches another person’s data',
      'tests/attack/others.part.ts',
      'tests/matrix/persons.test.ts: nothing of one person reaches another',
      'tests/clauses/database.test.ts: that person’s rows alone',
    ),
    shown(
      '8.2.3',
      2,
      'Nobody reaches a field that is not theirs',
      'tests/clauses/gate.test.ts',
      'tests/http/answers.test.ts: beyond its contract does not leave',
    ),
    shown(
      '8.3.1',
      1,
      'It is the server that decides',
      'tests/clauses/gate.test.ts',
      'tests/attack/matrix.part.ts',
    ),
    shown(
      '8.3.2',
      3,
      'A right taken away ends at once',
      'tests/foresight/foresight.test.ts',
      'tests/access/access.test.ts: what is taken away is gone with the next request',
    ),
    unfit('8.4.1', 2, 'Tenants are apart', 'one deployment serves one brand in one legal area'),
  ],
};

export const tokens: Chapter = {
  number: 9,
  name: 'Self-contained tokens',
  requirements: [
    shown(
      '9.1.1',
      1,
      'Signatures are checked first',
      'tests/attack/session.part.ts: an acceptance that was changed',
      'tests/http/sessions.test.ts: an unsigned or altered visitor',
    ),
    shown(
      '9.1.2',
      1,
      'One algorithm, not chosen by the token',
      'kernel/person/visitor.ts',
      'tests/attack/session.part.ts',
    ),
    shown('9.1.3', 1, 'Keys come from us alone', 'kernel/person/visitor.ts', 'tests/attack/session.part.ts'),
    unfit(
      '9.2.1',
      1,
      'Times in a token are looked at',
      'the visitor’s cookie grants nothing that could run out; openings are judged by their version',
    ),
    shown(
      '9.2.2',
      2,
      'A token serves what it was made for',
      'tests/http/tricks.test.ts: the signature of one cookie is worth nothing on another',
    ),
    unfit('9.2.3', 2, 'A token names for whom it is', token),
    unfit('9.2.4', 2, 'One key for several audiences', token),
  ],
};
