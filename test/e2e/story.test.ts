/** The whole story of an item, told by people who read nothing but the screen. */
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { attach, choose, give, search, signIn, step } from './support/acts.js';
import { inBrowser, useHouse } from './support/house.js';
import { withShortItem, zhoushan } from './support/plan.js';

/** No co-units: its closing needs the two keys alone. Due 2021-10-29 and 2021-12-03. */
const number = 34;

/** Who holds a phone: leaders do anyway. */
const hands = [
  {
    where: 'at their desks, leaders on their phones',
    onPhone: (account: string) => account.startsWith('deputy'),
  },
  { where: 'everybody on a phone', onPhone: () => true },
];

inBrowser.each(hands)('an item from hand-out to 销号, $where', ({ onPhone }) => {
  const visit = useHouse(async () => withShortItem(await zhoushan(), number), { stay: true });
  const people = new Map<string, Page>();

  /** Whoever comes for the first time signs in at the screen. */
  const as = async (account: string): Promise<Page> => {
    const known = people.get(account);
    if (known) return known;
    const page = await visit.house.stranger({ phone: onPhone(account) });
    await signIn(page, account, visit.house.stage.password);
    people.set(account, page);
    return page;
  };

  /** Finds the item as one does: by its number, in the search; and reads there what others did, as it appears. */
  const atItem = async (account: string, reads?: RegExp): Promise<Page> => {
    const page = await as(account);
    await search(page, number);
    await page.getByRole('heading', { level: 1, name: /组织领导/ }).waitFor();
    if (reads) await page.getByText(reads).first().waitFor();
    return page;
  };

  /** Under the thumb, then what waits. */
  const toSign = async (page: Page, what: RegExp): Promise<void> => {
    await page.getByRole('navigation').getByRole('link', { name: /^签批/ }).last().click();
    await page.getByRole('link', { name: what }).click();
  };

  const leaveSigned = async (page: Page): Promise<void> => {
    await page.getByRole('heading', { name: '已办理' }).waitFor();
    await page.getByRole('button', { name: '回到签批' }).click();
  };

  const office = 'case-officer-3';
  const [officer, head] = ['general-office.officer', 'general-office.head'];
  const deputy = 'deputy-party';

  it('the office hands it out', async () => {
    await give(await atItem(office), '交办');
  });

  it('the unit signs for it at its desk', async () => {
    const page = await as(officer);
    await page.getByRole('link', { name: '我的工作台' }).first().click();
    await give(page, '签收');
  });

  it('its head hands in evidence', async () => {
    await give(await atItem(head), '提交佐证', async (form) => {
      await choose(form, '里程碑', /10-29/);
      await attach(form, '实施方案.pdf');
    });
  });

  it('the office sends it back and says what is missing', async () => {
    await give(await atItem(office), '退回佐证', (form) => form.getByLabel('理由').fill('缺第三页盖章件'));
  });

  it('the unit reads that, and hands in again', async () => {
    const page = await atItem(head, /缺第三页盖章件/);
    await give(page, '提交佐证', async (form) => {
      await choose(form, '里程碑', /10-29/);
      await attach(form, '实施方案（盖章件）.pdf');
    });
  });

  it('the office accepts it, and the milestone is done', async () => {
    const page = await atItem(office);
    await give(page, '验收佐证');
    await page.getByText('已验收').first().waitFor();
  });

  it('three months pass on the rehearsal bar, and the second milestone is overdue', async () => {
    const page = await as(office);
    for (const reached of ['2021-10-12', '2021-11-12', '2021-12-12']) await step(page, '前进一月', reached);
    await atItem(office);
    await page
      .getByText(/^逾期 5 个工作日/)
      .first()
      .waitFor();
    await page.getByText('督办函').first().waitFor();
  });

  it('a week later it is listed, and after two more weeks level 2 waits for its signature', async () => {
    const page = await as(office);
    await step(page, '前进一周', '2021-12-19');
    await atItem(office);
    await page.getByText('一级挂牌督战').first().waitFor();
    for (const reached of ['2021-12-26', '2022-01-02']) await step(page, '前进一周', reached);
    await page
      .getByText(/挂牌签批待/)
      .first()
      .waitFor();
  });

  it('the leader signs the listing in two taps on the phone', async () => {
    const page = await as(deputy);
    await page.getByRole('link', { name: /^签批.*事项 34/ }).click();
    await page.getByRole('button', { name: '签发二级挂牌' }).click();
    await page.getByRole('button', { name: '确认签发' }).click();
    await leaveSigned(page);
  });

  it('the unit submits its plan of rectification, and the office accepts it', async () => {
    await give(await atItem(head, /二级挂牌督战生效/), '提交整改方案', (form) =>
      form.getByLabel('内容').fill('一月十日前补齐全部材料，由办公室主任负责。'),
    );
    await give(await atItem(office), '通过整改方案');
  });

  it('the work is done, and the listing ends with the signature of the same leader', async () => {
    await give(await atItem(head, /整改方案审核通过/), '提交佐证', (form) => attach(form, '工作总结.pdf'));
    await give(await atItem(office), '验收佐证');
    await give(await atItem(office), '提请摘牌');
    const page = await as(deputy);
    await toSign(page, /摘牌签批.*34/);
    await page.getByRole('button', { name: '摘牌', exact: true }).click();
    await page.getByRole('button', { name: '确认摘牌' }).click();
    await leaveSigned(page);
  });

  it('the unit asks for closing, the office verifies, and the leader closes: two keys', async () => {
    await give(await atItem(head, /^摘牌/), '申请办结', (form) =>
      form.getByLabel('内容').fill('任务已全部完成。'),
    );
    await give(await atItem(office), '核验办结', (form) => form.getByLabel('内容').fill('已逐项核实。'));
    const page = await as(deputy);
    await toSign(page, /销号签批.*34/);
    await page.getByRole('button', { name: '准予销号' }).click();
    await page.getByLabel('内容').fill('同意销号。');
    await page.getByRole('button', { name: '确认准予销号' }).click();
    await leaveSigned(page);
  });

  it('everybody sees that it is closed, and nothing is left to do', async () => {
    const page = await atItem(head, /准予销号/);
    expect(await page.getByRole('link', { name: /^提交佐证/ }).count()).toBe(0);
  });
});
