/**
 * In which walls each built clause stands, written by hand. A clause with a wall that no test names is unproven.
 * `type`, `gate`, `database`: the three walls. `operation`: what a request does. `ledger`: the proof. `notice`: the
 * words. `disk`: what is found on disk afterwards.
 */
export const walls: Readonly<Record<string, readonly string[]>> = {
  'G.accept': ['gate', 'database', 'operation'],
  'C.log': ['gate', 'database', 'operation'],
  'C.device': ['gate', 'operation'],
  'C.device.position': ['gate', 'operation'],
  'C.profile': ['gate'],
  'F.nearby': ['gate', 'operation'],
  'F.nearby.no-trajectory': ['disk'],
  'F.open': ['gate', 'operation'],
  'F.close': ['gate', 'database', 'operation'],
  'F.close.past': ['operation'],
  'U.service': ['type', 'gate', 'database'],
  'U.authentication': ['type', 'gate', 'database'],
  'U.rights': ['type', 'gate', 'database'],
  'M.code': ['type', 'gate', 'operation'],
  'M.push': ['type', 'gate', 'operation'],
  'E.6': ['gate'],
  'E.7': ['gate'],
  'S.access': ['database', 'operation'],
  'S.alteration': ['database', 'ledger'],
  'R.publish': ['gate', 'database', 'operation'],
  'R.review': ['operation'],
};
