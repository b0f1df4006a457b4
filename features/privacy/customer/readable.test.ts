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
              value: { name: '<script>x</script>', town: null },
              state: 'held',
              correctable: true,
              deletable: false,
            },
          ],
        },
      ],
      uses: [],
      openings: [
        {
          function: 'nearby',
          open: true,
          revision: '2026-11',
          by: 'person',
          changed_at: '2026-11-23T19:00:00Z',
        },
      ],
    },
    {
      title: 'Your data & more',
      language: 'en',
      headings: { held: 'Held', uses: 'Uses', openings: 'Open and closed', empty: 'Nothing' },
      columns: ['When'],
      names: { categories: { identity: 'Name' }, purposes: {}, functions: { nearby: 'Near you' } },
      role: (id) => id,
      field: (id) => id,
      value: (_id, _category, value) => value,
      opened: (open) => (open ? 'open' : 'closed'),
      moment: (iso) => iso,
    },
  );
  expect(page).toContain('<dd>&lt;script&gt;x&lt;/script&gt;</dd>');
  expect(page).toContain('<title>Your data &amp; more</title>');
  expect(page).toContain('<dt>Near you</dt><dd>open, 2026-11-23T19:00:00Z (2026-11)</dd>');
  expect(page).not.toContain('<script');
});
