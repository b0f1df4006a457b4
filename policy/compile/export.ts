/** What a published policy is given out as. */

export { dpvDocument } from './dpv.document.ts';
export { type PolicyDocument, policyDocument, type VersionFacts } from './export.document.ts';
export { policySchema, type Schema } from './export.schema.ts';
export {
  type Assessment,
  type Concerned,
  type ProcessingRecord,
  processingRecord,
  type RecordedActivity,
  type RecordedData,
  type RecordedMeasure,
  type RecordedRecipient,
} from './record.ts';
