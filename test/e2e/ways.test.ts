/** How the pages behave where something is in the way: refusals, versions, lost connections, other people, keyboards. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { attach, choose, give, openForm, search, signIn } from './support/acts.js';
import { inBrowser, useHouse, type House } from './support/house.js';
import { zhoushan } from './support/plan.js';

/** Items by what is tried on them; all of one unit, handed out and signed for. */
const items = { stale: 28, undecided: 34, lost: 18 } as const;
const [office, officer, head] = ['case-officer-3', 'general-office.officer', 'general-office.head'];

const command = (
  house: House,
  account: string,
  number: number,
  name: string,
  body: object = {},
): Promise<unknown> =>
  house.stage.client.command(account, `/items/${house.item(number)}/commands/${name}`, body, '/submissions');

const handOut = async (house: House): Promise<void> => {
  for (const number of Object.values(items)) {
    await command(house, office, number, 'dispatch');
    await command(house, officer, number, 'acknowledge');
  }
};

inBrowser('pages', () => {
  const held = useHouse(zhoushan, { before: handOut });
  const itemPage = async (account: string, number: number): Promise<Page> => {
    const page = await held.house.visitor(account);
    await page.goto(held.house.at(`items/${held.house.item(number)}`));
    await page.getByRole('heading', { level: 1 }).waitFor();
    return page;
  };
  const commandPath = (name: string): RegExp => new RegExp(`/commands/${name}$`);

  describe('at the sign-in', () => {
    it('say in a sentence why nobody was let in', async () => {
      const page = await held.house.stranger();
      await page.goto('/');
      await page.getByLabel('账号', { exact: true }).fill(officer);
      await page.getByLabel('密码', { exact: true }).fill('not the password');
      await page.getByRole('button', { name: '登录', exact: true }).click();
      await page.getByRole('alert').getByText('账号或密码不正确').waitFor();
    });

    it('lead back to where somebody wanted to go', async () => {
      const page = await held.house.stranger();
      const wanted = held.house.at(`items/${held.house.item(items.stale)}`);
      await page.goto(wanted);
      await page.getByLabel('账号', { exact: true }).fill(officer);
      await page.getByLabel('密码', { exact: true }).fill(held.house.stage.password);
      await page.getByLabel('密码', { exact: true }).press('Enter');
      await page.getByRole('heading', { level: 1, name: /理念革新/ }).waitFor();
      expect(new URL(page.url()).pathname).toBe(wanted);
    });

    it('speak the other language when asked, the answers of the API too', async () => {
      const page = await held.house.stranger();
      await page.goto('/');
      await page.getByRole('button', { name: 'English' }).click();
      await page.getByRole('button', { name: 'Sign in', exact: true }).waitFor();
      await page.getByLabel('Account', { exact: true }).fill(officer);
      await page.getByLabel('Password', { exact: true }).fill('wrong');
      await page.getByRole('button', { name: 'Sign in', exact: true }).click();
      await page
        .getByRole('alert')
        .getByText(/account or password/i)
        .first()
        .waitFor();
      expect(await page.locator('html').getAttribute('lang')).toBe('en');
    });
  });

  it('offer the present state, with what changed, to whoever decides on an old one', async () => {
    const page = await itemPage(head, items.stale);
    const form = await openForm(page, '备注');
    await form.getByLabel('内容').fill('下周报送。');
    await command(held.house, officer, items.stale, 'comment', { text: '已约协办单位。' });
    await form.getByRole('button', { name: '备注', exact: true }).click();
    await form.getByText('事项已有新变化').waitFor();
    await form.getByText(/已约协办单位/).waitFor();
    await form.getByRole('button', { name: '按最新情况继续' }).click();
    await form.getByText('事项已有新变化').waitFor({ state: 'hidden' });
    await form.getByRole('button', { name: '备注', exact: true }).click();
    await page.getByText('已备注：事项 28').waitFor();
  });

  it('open a form on the present state, also where the page has not heard of it yet', async () => {
    const page = await itemPage(head, items.stale);
    let known: (() => void) | undefined;
    const late = new Promise<void>((resolve) => (known = resolve));
    await page.route(new RegExp(`/items/${held.house.item(items.stale)}$`), async (route) => {
      const answer = await route.fetch();
      await late;
      await route.fulfill({ response: answer });
    });
    await command(held.house, officer, items.stale, 'comment', { text: '已报送材料。' });
    // The record has it; the item itself is still on its way.
    await page
      .getByText(/已报送材料/)
      .first()
      .waitFor();
    await page.getByRole('main').getByRole('link', { name: '备注', exact: true }).click();
    await page.getByRole('dialog').getByText('备注').first().waitFor();
    known?.();
    await page.unrouteAll({ behavior: 'wait' });
    await page.getByRole('dialog').getByLabel('内容').fill('收到。');
    await page.getByRole('dialog').getByRole('button', { name: '备注', exact: true }).click();
    await page.getByText('已备注：事项 28').waitFor();
  });

  it('show 202 as received, and the decision when it is there', async () => {
    const page = await itemPage(officer, items.undecided);
    let known: (() => void) | undefined;
    const decided = new Promise<void>((resolve) => (known = resolve));
    await page.route(commandPath('comment'), async (route) => {
      const answer = await route.fetch();
      const submission = (await answer.json()) as object;
      await route.fulfill({ response: answer, status: 202, json: { ...submission, state: 'undecided' } });
    });
    await page.route('**/submissions/*', async (route) => {
      await decided;
      await route.continue();
    });
    const form = await openForm(page, '备注');
    await form.getByLabel('内容').fill('请各协办单位本周报送。');
    await form.getByRole('button', { name: '备注', exact: true }).click();
    await form.getByText(/收件，正在作出决定/).waitFor();
    known?.();
    await page.getByText('已备注：事项 34').waitFor();
  });

  it('send again under the same key what was lost on the way, and nothing is doubled', async () => {
    const page = await itemPage(officer, items.lost);
    const keys: string[] = [];
    let lost = 0;
    await page.route(commandPath('comment'), async (route) => {
      keys.push((await route.request().headerValue('idempotency-key')) ?? '');
      // The first answer gets lost after the command has been taken.
      if (lost === 0) await route.fetch();
      if (lost < 2) {
        lost += 1;
        await route.abort('connectionreset');
      } else await route.continue();
    });
    await give(page, '备注', (form) => form.getByLabel('内容').fill('只应有一条。'));
    expect(keys.length).toBe(3);
    expect(new Set(keys).size).toBe(1);
    const { entries } = await held.house.stage.client.get<{ entries: { text: string }[] }>(
      officer,
      `/items/${held.house.item(items.lost)}/history?limit=50`,
    );
    expect(entries.filter(({ text }) => text.includes('只应有一条')).length).toBe(1);
  });

  it('say that the connection is lost, and recover by themselves', async () => {
    const page = await itemPage(officer, items.lost);
    await page.context().setOffline(true);
    await page.getByText(/连接已断开/).waitFor();
    await page.context().setOffline(false);
    await page.getByText(/连接已断开/).waitFor({ state: 'hidden' });
    await page.getByRole('heading', { level: 1 }).waitFor();
  });

  it('show without a reload what somebody else did', async () => {
    const page = await itemPage(head, items.undecided);
    await command(held.house, office, items.undecided, 'comment', { text: '督办员来过。' });
    await page
      .getByText(/督办员来过/)
      .first()
      .waitFor();
  });

  it('refuse a file that is not what it says, next to the file', async () => {
    const page = await itemPage(head, items.undecided);
    const form = await openForm(page, '提交佐证');
    const buffer = Buffer.from('no document at all');
    await form
      .locator('input[type=file]')
      .setInputFiles({ name: '假的.pdf', mimeType: 'application/pdf', buffer });
    await form.getByText(/文件内容与扩展名不符/).waitFor();
    await attach(form, '真的.pdf');
    // What was refused would be missed by nobody but whoever reads the evidence.
    await choose(form, '里程碑', /^M1 /);
    await form.getByText(/^佐证要求：/).waitFor();
    await form.getByRole('button', { name: '提交佐证', exact: true }).click();
    await form.getByText('假的.pdf 没有上传成功，请重试或删除后再提交。').waitFor();
    await form.getByRole('button', { name: '删除 假的.pdf' }).click();
    await form.getByRole('button', { name: '提交佐证', exact: true }).click();
    await page.getByText('已提交佐证：事项 34').waitFor();
  });

  it('can be worked with the keyboard alone, from sign-in to a command given', async () => {
    const page = await held.house.stranger();
    await page.goto('/');
    await page.getByLabel('账号', { exact: true }).waitFor();
    await page.keyboard.type(officer);
    await page.keyboard.press('Tab');
    await page.keyboard.type(held.house.stage.password);
    await page.keyboard.press('Enter');
    await page.getByRole('navigation', { name: '主导航' }).first().waitFor();
    await search(page, items.undecided);
    await page.getByRole('heading', { level: 1, name: /组织领导/ }).waitFor();
    await tabTo(page, /^备注$/);
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').getByRole('button', { name: '备注', exact: true }).waitFor();
    await tabTo(page, /内容/);
    await page.keyboard.type('只用键盘。');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText('已备注：事项 34').waitFor();
  });

  it('tell apart an address that leads nowhere and an item that is not one’s own', async () => {
    const page = await held.house.visitor('corrections.officer');
    await page.goto(held.house.at('no-such-page'));
    await page.getByRole('heading', { level: 1, name: '没有这一页' }).waitFor();
    await page.goto(held.house.at(`items/${held.house.item(items.stale)}`));
    await page.getByText('没有找到').first().waitFor();
    await page.getByRole('main').getByRole('link', { name: '回到首页' }).click();
    await page.waitForURL(/\/desk$/);
  });

  it('hand out at once all that waits to be, and say to the end what came of it', async () => {
    const page = await held.house.visitor('supervision-head');
    await page.goto(held.house.at('office'));
    await page.getByText('33 个事项待交办').waitFor();
    await page.getByRole('link', { name: '一并交办' }).click();
    await page.getByRole('button', { name: '全选 33 项' }).click();
    await page.getByRole('button', { name: '预览交办' }).click();
    const lot = page.getByRole('dialog');
    await lot.getByRole('button', { name: '发出 33 份' }).click();
    await lot.getByText(/^33 份全部发出/).waitFor();
    await lot.getByRole('link', { name: '看文书' }).click();
    await page.getByRole('heading', { level: 1, name: '文书' }).waitFor();
  });

  it('come with headers that let no foreign or inline script run', async () => {
    const page = await held.house.stranger();
    const violations: string[] = [];
    page.on('console', (message) => {
      if (/Content Security Policy/.test(message.text())) violations.push(message.text());
    });
    const answer = await page.goto('/');
    const policy = answer?.headers()['content-security-policy'] ?? '';
    expect(policy).toMatch(/script-src 'self'(;|$)/);
    expect(policy).not.toMatch(/script-src[^;]*unsafe/);
    await signIn(page, 'director', held.house.stage.password);
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(violations).toEqual([]);
  });
});

/** In the browser: what the thing that has the focus is called. */
const nameOfFocused = `(() => {
  const focused = document.activeElement;
  const label = focused.id ? document.querySelector('label[for="' + focused.id + '"]') : null;
  const written = /^(A|BUTTON|SUMMARY)$/.test(focused.tagName) ? focused.textContent : '';
  return (focused.getAttribute('aria-label') ?? label?.textContent ?? written).trim();
})()`;

/** Goes forward until something of that name has the focus. */
const tabTo = async (page: Page, name: RegExp): Promise<void> => {
  for (let pressed = 0; pressed < 120; pressed += 1) {
    if (name.test(await page.evaluate<string>(nameOfFocused))) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`nothing named ${name.source} can be reached with the Tab key`);
};
