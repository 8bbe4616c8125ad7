/** What people do at the screen, by the words they read there. */
import type { Locator, Page } from 'playwright-core';

export const signIn = async (page: Page, account: string, password: string): Promise<void> => {
  await page.goto('/');
  await page.getByLabel('账号', { exact: true }).fill(account);
  await page.getByLabel('密码', { exact: true }).fill(password);
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await page.getByRole('navigation', { name: '主导航' }).first().waitFor();
};

/** Until a page has its heading and everything it was waiting for. */
export const settled = async (page: Page): Promise<void> => {
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await page
    .getByRole('status', { name: /^(正在加载|Loading)/ })
    .first()
    .waitFor({ state: 'hidden' });
};

/** Opens an item by its number: on a desk with the keyboard alone, on a phone by way of the register. */
export const search = async (page: Page, number: number): Promise<void> => {
  const toRegister = page.getByRole('link', { name: '搜索', exact: true });
  if (await toRegister.isVisible()) {
    await toRegister.click();
    const main = page.getByRole('main');
    await main.getByLabel('搜索', { exact: true }).fill(String(number));
    // What is clicked while the list still shrinks may be another's row.
    await main.locator('tbody tr').nth(1).waitFor({ state: 'detached' });
    const row = main.locator('tr', { has: page.getByText(String(number), { exact: true }) });
    await row.getByRole('link').first().click();
    return;
  }
  const box = page.getByRole('combobox', { name: '搜索' });
  await box.fill(String(number));
  await page.getByRole('option', { name: new RegExp(`^${number} `) }).waitFor({ state: 'attached' });
  await box.press('ArrowDown');
  await box.press('Enter');
};

/** The form that a button of the page opens. */
export const openForm = async (page: Page, command: string): Promise<Locator> => {
  await page
    .getByRole('main')
    .getByRole('link', { name: new RegExp(`^${command}`) })
    .first()
    .click();
  const form = page.getByRole('dialog');
  await form.getByRole('button', { name: command, exact: true }).waitFor();
  return form;
};

/** Gives a command of an item from the page that is open. */
export const give = async (
  page: Page,
  command: string,
  fill: (form: Locator) => Promise<void> = () => Promise.resolve(),
): Promise<void> => {
  const form = await openForm(page, command);
  await fill(form);
  await form.getByRole('button', { name: command, exact: true }).click();
  const done = page.getByText(new RegExp(`^已${command}：事项`));
  const refused = form.getByRole('alert').first();
  await done.or(refused).first().waitFor();
  if (!(await done.isVisible())) throw new Error(`${command}: ${await form.innerText()}`);
  await form.waitFor({ state: 'hidden' });
};

/** Moves the rehearsal's clock, and waits until it has come there. */
export const step = async (page: Page, name: string, reached: string): Promise<void> => {
  const bar = page.getByRole('region', { name: '推演时钟' });
  const folded = bar.getByRole('button', { name: '拨动时钟', expanded: false });
  if (await folded.isVisible()) await folded.click();
  await bar.getByRole('button', { name, exact: true }).click();
  await bar.getByText(reached).first().waitFor();
  await bar.getByRole('button', { name, exact: true }).and(page.locator(':enabled')).waitFor();
};

/** Chooses from a list that drops down. */
export const choose = async (form: Locator, field: string, option: string | RegExp): Promise<void> => {
  await form.getByRole('combobox', { name: field }).click();
  await form.page().getByTitle(option).first().click();
};

/** A file that is a PDF by its first bytes, as the API demands. */
export const attach = async (form: Locator, name: string): Promise<void> => {
  const buffer = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');
  await form.locator('input[type=file]').setInputFiles({ name, mimeType: 'application/pdf', buffer });
  await form.getByText(/SHA-256/).waitFor();
};
