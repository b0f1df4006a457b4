import type { ClauseShape } from './shape.ts';

/** Built, each part of it, with a test for every wall in which it stands. */
function whole(chapter: ClauseShape['chapter']): ClauseShape {
  return { chapter, built: 'whole', unbuilt: [] };
}

/** What is missing is named here; uses that belong to it are marked `unbuilt` in `uses.ts`. */
function partly(chapter: ClauseShape['chapter'], ...unbuilt: readonly string[]): ClauseShape {
  return { chapter, built: 'partly', unbuilt };
}

/** In the policy, refused by the gate: not offered yet. */
function not(chapter: ClauseShape['chapter']): ClauseShape {
  return { chapter, built: 'not', unbuilt: [] };
}

/** Every promise of the policy, in the order in which people read them. */
export const clauses = {
  'G.accept': whole('G'),

  'C.log': whole('C'),
  'C.device': whole('C'),
  'C.device.position': whole('C'),
  'C.profile': partly('C', 'The products that a person owns.'),
  'C.credentials': whole('C'),

  'F.nearby': whole('F'),
  'F.nearby.no-trajectory': whole('F'),
  'F.camera': not('F'),
  'F.photos': not('F'),
  'F.voice': not('F'),
  'F.open': whole('F'),
  'F.close': whole('F'),
  'F.close.past': whole('F'),

  'U.service': whole('U'),
  'U.authentication': whole('U'),
  'U.support': not('U'),
  'U.security': whole('U'),
  'U.fraud': whole('U'),
  'U.archive': not('U'),
  'U.backup': whole('U'),
  'U.protect': not('U'),
  'U.improve': not('U'),
  'U.personalise': not('U'),
  'U.measure': not('U'),
  'U.software': not('U'),
  'U.survey': not('U'),
  'U.rights': whole('U'),

  'M.code': whole('M'),
  'M.push': whole('M'),
  'M.news': not('M'),
  'M.joint': not('M'),

  'E.1': whole('E'),
  'E.2': whole('E'),
  'E.3': whole('E'),
  'E.4': whole('E'),
  'E.5': whole('E'),
  'E.6': whole('E'),
  'E.7': whole('E'),
  'E.8': whole('E'),
  'E.9': whole('E'),

  'S.access': whole('S'),
  'S.loss': whole('S'),
  'S.alteration': whole('S'),
  'S.third-party': whole('S'),
  'S.residual': not('S'),

  'R.publish': whole('R'),
  'R.review': whole('R'),
} as const satisfies Readonly<Record<string, ClauseShape>>;

export type ClauseId = keyof typeof clauses;
