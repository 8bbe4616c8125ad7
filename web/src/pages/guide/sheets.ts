/** The sheets of the guide, as they lie in `docs/zh`. */
import admin from '../../../../docs/zh/admin.md?raw';
import leader from '../../../../docs/zh/leader.md?raw';
import office from '../../../../docs/zh/office.md?raw';
import overview from '../../../../docs/zh/README.md?raw';
import unit from '../../../../docs/zh/unit.md?raw';

export const sheets = { README: overview, unit, office, leader, admin };
export type SheetName = keyof typeof sheets;

export const sheetNames = Object.keys(sheets) as readonly SheetName[];
export const isSheet = (name: string): name is SheetName => Object.hasOwn(sheets, name);

/** The overview is the guide's own address. */
export const addressOf = (name: SheetName): string => (name === 'README' ? '/guide' : `/guide/${name}`);

/** Where a link of one sheet leads: `unit.md` → `/guide/unit`; anything else stays as it is. */
export const addressOfLink = (link: string): string => {
  const name = /^([A-Za-z]+)\.md$/.exec(link)?.[1] ?? '';
  return isSheet(name) ? addressOf(name) : link;
};
