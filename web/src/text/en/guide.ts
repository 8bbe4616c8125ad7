import type { guide as zh } from '../zh/guide';

export const guide: typeof zh = {
  title: 'User guide',
  nav: 'Pages of the guide',
  pages: {
    README: 'Overview',
    unit: 'Units',
    office: 'Supervision office',
    leader: 'Leadership',
    admin: 'Administrators',
  },
  inChinese: 'The guide is written in Chinese.',
  missing: 'The guide has no such page',
  toFirst: 'Back to the overview',
};
