/** The server side of the kernel: what features and the composing application use. */

export type { Category } from '@axent/policy';
export { packed } from './database/arrays.ts';
export { type Compilable, prepared, query, raw } from './database/rows.ts';
export { dispatchEvents } from './events/dispatcher.ts';
export { shredWithheld } from './events/shredding.ts';
export { mayCarry, noteCarried } from './gate/carrying.ts';
export { account_erasing } from './keeping/erasing.proof.ts';
export { eraseClosed } from './keeping/erasing.ts';
export { keepingRules } from './keeping/rules.ts';
export { tidy } from './keeping/tidying.ts';
export { installKernel, Kernel, type KernelFigures, type KernelOptions, openKernel } from './kernel.open.ts';
export { openMediaFolder } from './media/media.folder.ts';
export { tidyMedia } from './media/tidying.ts';
export {
  type Carrier,
  CarrierFailure,
  type Channel,
  type Fault,
  failureOf,
  type Outbound,
  type Receipt,
  type Taken,
} from './message/carrier.ts';
export { isTimeZone, type QuietHours, quietUntil, usual_hours } from './message/quiet.ts';
export type { Caller, Context, Person, Reply, Session } from './operation/context.ts';
export type { Contract } from './operation/contract.ts';
export { Cookies, cookieNames } from './operation/cookies.ts';
export {
  type Asked,
  type Asking,
  type Ended,
  type EventHandler,
  type Feature,
  type Guard,
  type Implemented,
  implement,
  implementWith,
  type Job,
  type Operation,
} from './operation/feature.ts';
export { contractsOf } from './operation/guard.ts';
export { Rest } from './operation/http.problems.ts';
export { type HttpOptions, problemWordsOf, type RequestFacts, serveOperations } from './operation/http.ts';
export { networkOf } from './operation/limits.ts';
export {
  type ApiFacts,
  featureOf,
  type Json,
  type JsonObject,
  type OpenApiDocument,
  openApi,
  plainSchema,
} from './operation/openapi.ts';
export { commonProblemsOf, ownProblemsOf } from './operation/possible.ts';
export { commonProblems, ProblemError, problem } from './operation/problem.ts';
export { commonWords } from './operation/problem.usual.ts';
export { type ProblemWords, problemDocument, readerLanguage } from './operation/problem.words.ts';
export type { Filed, HeldRequest } from './operation/requests.ts';
export { type System, systemOf } from './operation/system.ts';
export type { Excepted, Share } from './operation/use.outside.ts';
export type { Carried, Sending, Use } from './operation/use.ts';
export { type Note, type Trait, unwatched, type Watch } from './operation/watch.ts';
export { type Box, box, type RequestBox, requestBox, type Sealed, type Value } from './vault/box.ts';
export { Fleeting, type Registered, registered } from './vault/fleeting.ts';
export { type DeviceId, everyDevice, type PersonId, type RowId, uuidv7 } from './vault/identifier.ts';
export { Shredded } from './vault/vault.ts';
