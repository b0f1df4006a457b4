export { catalogue as fraudWords } from './text.ts';

export const loadReviews = async () => (await import('./reviews.tsx')).ReviewsScreen;
