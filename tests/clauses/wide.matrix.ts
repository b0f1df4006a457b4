/**
 * What stands under each function and switch, written by hand from the promises: uses and messages that are let in
 * once it is open, and by what else. `purpose verb subject`, one line a function.
 */
export const functions: Readonly<Record<string, readonly string[]>> = {
  nearby: ['service collect position', 'service read position'],
  'camera.scan': ['service collect scan', 'service read scan'],
  'camera.photo': ['support collect photo', 'support read photo'],
  'camera.video': ['support collect video', 'support read video'],
  photos: ['support collect photo', 'support read photo', 'support collect video', 'support read video'],
  voice: [
    'support collect recording',
    'support read recording',
    'support collect transcript',
    'support read transcript',
    'support collect need',
    'support read need',
  ],
  news: ['service send news'],
  joint: ['service send joint'],
  surveys: [
    'survey collect survey_answer',
    'survey read survey_answer',
    'survey collect message',
    'survey read contact',
    'survey send survey',
  ],
};

/** Each lets in what `photos` lets in; a refusal asks for `photos`, whichever of them was opened earlier. */
export const otherWays: readonly string[] = ['camera.photo', 'camera.video'];

/** On until the person objects, or the browser asks to be left alone. */
export const switches: Readonly<Record<string, readonly string[]>> = {
  improve: [
    'improve read device',
    'improve read ownership',
    'improve read software',
    'improve read survey_answer',
  ],
  personalise: [
    'personalise collect preference',
    'personalise read preference',
    'personalise read ownership',
  ],
  measure: ['measure collect campaign', 'measure read campaign'],
};

/** What the person themself reads of a function that they closed. */
export const ownWhileClosed: readonly string[] = ['photo', 'video', 'recording', 'transcript', 'need'];
