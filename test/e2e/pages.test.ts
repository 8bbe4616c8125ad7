/** Every page for every role: nothing serious for axe, nothing wider than the screen, fit to be printed. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { Player } from '../../src/cli/scenario/play.js';
import { yearsOf } from '../../src/cli/scenario/years.js';
import { settled } from './support/acts.js';
import { inBrowser, useHouse } from './support/house.js';
import { zhoushan } from './support/plan.js';
import { roundsOf, type Round, type Stop } from './support/tour.js';

/** By then some items are listed, some wait for a signature, and one is being closed. */
const until = '2021-12-15';

const serious = new Set(['serious', 'critical']);

/** What axe finds, one line each, with the place; `colours` = contrasts too, by far the longest of its questions. */
const faultsOf = async (page: Page, colours: boolean): Promise<readonly string[]> => {
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .options({ resultTypes: ['violations'] })
    .disableRules(colours ? [] : ['color-contrast'])
    .analyze();
  return violations
    .filter(({ impact }) => serious.has(impact ?? ''))
    .map(
      ({ id, nodes }) =>
        `${id}: ${nodes
          .map(({ target }) => target.join(' '))
          .slice(0, 3)
          .join(' | ')}`,
    );
};

const widthOf = (page: Page): Promise<number> =>
  page.evaluate<number>('document.documentElement.scrollWidth');

/** Whoever shares pages with the next above is asked only about those of their own day. */
const ofTheirOwn: Readonly<Record<string, readonly string[]>> = {
  'unit officers': ['desk', 'item-own'],
  'case officers': ['office', 'items'],
};

/** Widths of a phone, of a desk at 200 % zoom, and of a desk. */
const widths = [360, 720, 1440] as const;

const judged = async (page: Page, { path }: Stop, colours = true): Promise<readonly string[]> => {
  const faults: string[] = [];
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    const wide = await widthOf(page);
    if (wide > width) faults.push(`${path} is ${wide} px wide on a screen of ${width} px`);
    if (width !== 720)
      faults.push(...(await faultsOf(page, colours)).map((fault) => `${path} at ${width} px: ${fault}`));
  }
  return faults;
};

inBrowser('every page', () => {
  let rounds: readonly Round[] = [];
  /** A page has the same colours for everybody. */
  const seenInColour = new Set<string>();
  const held = useHouse(zhoushan, {
    before: async ({ stage, plan }) => {
      await new Player(stage.client, plan.id).play(yearsOf(plan, until), () => undefined);
      rounds = await roundsOf(stage.client, plan.id);
    },
  });
  const roundOf = (role: RegExp): Round => {
    const round = rounds.find(({ account }) => role.test(account));
    if (!round) throw new Error(`nobody is ${role.source}`);
    return round;
  };

  describe('is fit for everybody', () => {
    it.each([
      ['unit officers', /\.officer$/],
      ['unit heads', /\.head$/],
      ['case officers', /^case-officer/],
      ['the supervision head', /^supervision-head/],
      ['leaders', /^(director|deputy)/],
      ['the system administrator', /^system-admin/],
      ['the security administrator', /^security-admin/],
      ['the auditor', /^audit-admin/],
    ])(
      'of %s',
      async (who, role) => {
        const { account, stops } = roundOf(role);
        const own = ofTheirOwn[who];
        const page = await held.house.visitor(account);
        const faults: string[] = [];
        for (const stop of stops.filter(({ name }) => own?.includes(name) ?? true)) {
          await page.setViewportSize({ width: 1440, height: 900 });
          await page.goto(stop.path);
          await settled(page);
          faults.push(...(await judged(page, stop, !seenInColour.has(stop.name))));
          seenInColour.add(stop.name);
        }
        expect(faults).toEqual([]);
      },
      300_000,
    );

    it('who has not signed in, the guide too', async () => {
      const page = await held.house.stranger();
      const faults: string[] = [];
      for (const path of [
        '/sign-in',
        '/guide',
        '/guide/unit',
        '/guide/office',
        '/guide/leader',
        '/guide/admin',
      ]) {
        await page.goto(path);
        await settled(page);
        faults.push(...(await judged(page, { name: path, path })));
      }
      expect(faults).toEqual([]);
    });
  });

  it('that is printed leaves out what can only be pressed', async () => {
    const { account, stops } = roundOf(/^(director|deputy)/);
    const page = await held.house.visitor(account);
    for (const stop of stops.filter(({ name }) => ['cockpit', 'items', 'item-listed'].includes(name))) {
      await page.emulateMedia({ media: 'screen' });
      await page.goto(stop.path);
      await settled(page);
      await page.emulateMedia({ media: 'print' });
      expect(await page.getByRole('heading', { level: 1 }).isVisible()).toBe(true);
      expect(await page.getByRole('navigation', { name: '主导航' }).first().isVisible()).toBe(false);
      expect(await page.getByRole('main').getByRole('button', { name: '打印' }).isVisible()).toBe(false);
    }
  });

  it('of an item is printed with every milestone’s evidence and the whole record', async () => {
    const { account, stops } = roundOf(/^(director|deputy)/);
    const page = await held.house.visitor(account);
    await page.goto(stops.find(({ name }) => name === 'item-listed')?.path ?? '');
    await settled(page);
    await page.evaluate(
      `window.print = () => document.body.setAttribute('data-printed', document.body.innerText)`,
    );
    await page.getByRole('button', { name: '打印' }).click();
    const printed = (await page.locator('body[data-printed]').getAttribute('data-printed')) ?? '';
    const entries = Number(/全程记录\s+(\d+) 条/.exec(printed)?.[1]);
    expect(entries).toBeGreaterThan(20);
    expect(
      await page
        .locator('section', { has: page.locator('#history') })
        .locator('li')
        .count(),
    ).toBe(entries);
    const evidence = await page
      .locator('section', { hasText: /^佐证材料/ })
      .getByRole('heading', { level: 3 })
      .count();
    expect(evidence).toBe(
      await page
        .locator('section', { has: page.locator('#milestones') })
        .locator('tbody tr')
        .count(),
    );
    // Read on screen again, a page of it at a time.
    await page.evaluate(`window.dispatchEvent(new Event('afterprint'))`);
    await page.getByRole('navigation', { name: '选择里程碑' }).waitFor();
  });

  it('of the leaders has a heading of its own in English too', async () => {
    const { account, stops } = roundOf(/^(director|deputy)/);
    const page = await held.house.visitor(account, { language: 'en-GB' });
    const headings = new Set<string>();
    // The page of a thing is headed by the plan's own words.
    for (const stop of stops.filter(({ name }) => !/^(item-|sign-|closing$)/.test(name))) {
      await page.goto(stop.path);
      await settled(page);
      headings.add((await page.getByRole('heading', { level: 1 }).textContent()) ?? '');
    }
    expect([...headings].filter((heading) => /[一-龥]/.test(heading) && !heading.includes('舟山'))).toEqual(
      [],
    );
  });
});
