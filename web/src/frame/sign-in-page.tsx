/** The title page of the plan, with the way in beside it. */
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { ask, Refused, type ProblemShown } from '../data/client';
import { connection } from '../data/connection';
import type { Me } from '../data/contract';
import { queryClient } from '../data/query';
import { ProblemNote } from '../parts/problem-note';
import { useTitle } from '../parts/page-head';
import { text } from '../text';
import { chooseLanguage, language } from '../text/language';
import styles from './sign-in-page.module.css';

const words = text.frame.signIn;

interface Credentials {
  readonly account: string;
  readonly password: string;
}

/** Where somebody wanted to go; only within this site. */
const destination = (state: unknown): string => {
  const from = (state as { readonly from?: unknown } | null)?.from;
  return typeof from === 'string' && /^\/(?!\/)/.test(from) ? from : '/';
};

export const SignInPage = () => {
  useTitle(words.submit);
  const location = useLocation();
  const navigate = useNavigate();
  const [problem, setProblem] = useState<ProblemShown | 'unreachable' | null>(null);
  const [busy, setBusy] = useState(false);
  const expired = (location.state as { readonly expired?: boolean } | null)?.expired === true;
  const signIn = async (credentials: Credentials): Promise<void> => {
    setBusy(true);
    try {
      const { body } = await ask<Me>('/sessions', { method: 'POST', body: credentials });
      queryClient.clear();
      connection.restored();
      queryClient.setQueryData(['fixed', '/me'], body);
      await navigate(destination(location.state), { replace: true });
    } catch (error) {
      setProblem(error instanceof Refused ? error.problem : 'unreachable');
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className={styles.spread}>
      <TitlePage />
      <main className={styles.way}>
        <h1 className="serif">{text.frame.product}</h1>
        <p className="secondary">{text.frame.tagline}</p>
        <Form
          className={styles.form ?? ''}
          layout="vertical"
          requiredMark={false}
          size="large"
          onFinish={(given: Credentials) => void signIn(given)}
        >
          {expired && problem === null && <p role="status">{words.expired}</p>}
          <Form.Item
            name="account"
            label={words.account}
            rules={[{ required: true, message: words.accountHint }]}
          >
            <Input autoFocus autoComplete="username" placeholder={words.accountHint} maxLength={100} />
          </Form.Item>
          <Form.Item
            name="password"
            label={words.password}
            rules={[{ required: true, message: words.passwordHint }]}
          >
            <Input.Password
              autoComplete="current-password"
              placeholder={words.passwordHint}
              maxLength={200}
            />
          </Form.Item>
          {problem === 'unreachable' && <p role="alert">{text.frame.offline}</p>}
          {problem !== null && problem !== 'unreachable' && <ProblemNote problem={problem} />}
          <Button type="primary" htmlType="submit" block loading={busy}>
            {words.submit}
          </Button>
        </Form>
        <p className={styles.hint}>{words.lockRule}</p>
        <footer className={styles.foot}>
          <span>{words.intranet}</span>
          <Button type="link" size="small" onClick={() => chooseLanguage(language === 'zh' ? 'en' : 'zh')}>
            {text.frame.otherLanguage}
          </Button>
        </footer>
      </main>
    </div>
  );
};

/** How many items each section of the plan has: before signing in nothing of a plan is known but its shape. */
const counts = [3, 3, 4, 3, 4, 4, 6, 3, 3, 3];
const columns = counts.map((count, index) => {
  const before = counts.slice(0, index).reduce((sum, n) => sum + n, 0);
  return {
    numeral: [...'一二三四五六七八九十'][index],
    numbers: Array.from({ length: count }, (_, place) => before + place + 1),
  };
});

const TitlePage = () => (
  <aside className={styles.title} aria-label={words.plan.join('')}>
    <div className={styles.frame}>
      <div>
        <p className={styles.issuer}>{words.issuer}</p>
        <p className={styles.name}>
          {words.plan.map((line) => (
            <span key={line}>{line}</span>
          ))}
        </p>
        <p className={styles.period}>2021—2025</p>
      </div>
      <div className={styles.columns} aria-hidden="true">
        {columns.map(({ numeral, numbers }) => (
          <div key={numeral}>
            <b>{numeral}</b>
            {numbers.map((number) => (
              <i key={number}>{number}</i>
            ))}
          </div>
        ))}
      </div>
      <blockquote className={styles.rule}>
        {words.rule.map((line) => (
          <p key={line}>{line}</p>
        ))}
        <footer>{words.ruleSource}</footer>
      </blockquote>
    </div>
  </aside>
);
