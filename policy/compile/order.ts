import type { Language, NoticeWords, PolicyShape } from '../shape.ts';
import { languages } from '../shape.ts';
import { canonicalJson, sha256Hex } from './canonical.ts';

/** The order is part of what people read; sorted keys alone would let two different notices share a hash. */
export function readingOrder(
  policy: PolicyShape,
  notices: Readonly<Record<Language, NoticeWords>>,
): string[][] {
  return [
    Object.keys(policy.clauses),
    ...languages.flatMap((language) => [
      Object.keys(notices[language].chapters),
      Object.keys(notices[language].prompts),
    ]),
  ];
}

/** The one hash, over exactly these three members. */
export function policyHash(hashed: {
  readonly policy: PolicyShape;
  readonly notices: Readonly<Record<Language, NoticeWords>>;
  readonly order: readonly (readonly string[])[];
}): string {
  const { policy, notices, order } = hashed;
  return sha256Hex(canonicalJson({ policy, notices, order }));
}
