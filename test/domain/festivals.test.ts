/** Every published holiday has its name. */
import { expect, it } from 'vitest';
import { festivalOf } from '../../src/domain/festivals.js';

it.each([
  [['2021-01-01', '2021-01-02'], 'new_year'],
  [['2022-01-31', '2022-02-01'], 'spring_festival'],
  [['2023-01-21', '2023-01-22'], 'spring_festival'],
  [['2024-04-04', '2024-04-05'], 'qingming'],
  [['2023-04-05'], 'qingming'],
  [['2022-04-30', '2022-05-01'], 'labour_day'],
  [['2023-06-22', '2023-06-23'], 'dragon_boat'],
  [['2022-09-10'], 'mid_autumn'],
  [['2025-10-01', '2025-10-06'], 'national_day'],
  [['2023-03-04', '2023-03-05'], null],
] as const)('%s', (days, festival) => {
  expect(festivalOf(days)).toBe(festival);
});
