/**
 * In which walls each built clause stands, written by hand. A clause with a wall that no test names is unproven.
 * `type`, `gate`, `database`: the three walls. `operation`: what a request does. `ledger`: the proof. `notice`: the
 * words. `disk`: what is found on disk afterwards.
 */
export const walls: Readonly<Record<string, readonly string[]>> = {
  'G.accept': ['gate', 'database', 'operation', 'notice'],
  'C.log': ['gate', 'database', 'operation'],
  'C.device': ['gate', 'operation'],
  'C.device.position': ['gate', 'operation'],
  'C.profile': ['gate'],
  'F.nearby': ['gate', 'operation'],
  'F.nearby.no-trajectory': ['disk'],
  'F.open': ['gate', 'database', 'operation'],
  'F.close': ['gate', 'database', 'operation'],
  'F.close.past': ['operation'],
  'U.service': ['type', 'gate', 'database'],
  'U.authentication': ['type', 'gate', 'database'],
  'U.security': ['type', 'gate', 'database', 'operation'],
  'U.rights': ['type', 'gate', 'database', 'operation'],
  'U.backup': ['type', 'gate', 'database', 'operation', 'disk'],
  'M.code': ['type', 'gate', 'operation'],
  'M.push': ['type', 'gate', 'operation'],
  'E.1': ['type', 'gate', 'database', 'operation'],
  'E.2': ['type', 'gate', 'database', 'operation'],
  'E.3': ['type', 'gate', 'database', 'operation', 'ledger'],
  'E.4': ['type', 'gate', 'database', 'operation'],
  'E.5': ['type', 'gate', 'database', 'operation'],
  'E.6': ['gate', 'database'],
  'E.7': ['gate', 'database'],
  'E.8': ['type', 'gate', 'database', 'operation'],
  'E.9': ['type', 'gate', 'database', 'operation'],
  'S.access': ['database', 'operation'],
  'S.third-party': ['type', 'gate', 'database', 'operation'],
  'S.loss': ['disk', 'ledger', 'operation'],
  'S.alteration': ['database', 'ledger', 'disk'],
  'R.publish': ['gate', 'database', 'operation'],
  'R.review': ['gate', 'database', 'operation'],
};
