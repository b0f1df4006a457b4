import { expect, test } from 'vitest';
import { readablePage } from './readable.ts';

test('what a person wrote stays text in the page to take along', () => {
  const page = readablePage(
    {
      made_at: '2026-11-23T20:00:00Z',
      revision: '2026-11',
      holdings: [
        {
          category: 'identity',
          items: [
            {
              id: '1',
              place: 'a.b',
              value: { name: '<script>x</script>', city: null },
              state: 'held',
              correctable: true,
              deletable: false,
            },
          ],
        },
      ],
      uses: [],
      openings: [],
    },
    {
      title: 'Your data & more',
      language: 'en',
      headings: { held: 'Held', uses: 'Uses', empty: 'Nothing' },
      names: { categories: { identity: 'Name' }, purposes: {} },
      role: (id) => id,
      field: (id) => id,
      moment: (iso) => iso,
    },
  );
  expect(page).toContain('<dd>&lt;script&gt;x&lt;/script&gt;</dd>');
  expect(page).toContain('<title>Your data &amp; more</title>');
  expect(page).not.toContain('<script');
});
