// biome-ignore lint/complexity/noBannedTypes: replaced by the generator
export type Schema = {};
