export const password = 'trumpet cactus violin 7';
export const emailOf = (n: number) => `person${n}@example.org`;
/** Each from an address of their own, as people are: no limit of calls is met. */
export const addressOf = (n: number) => `10.${n >> 16}.${(n >> 8) & 255}.${n & 255}`;
