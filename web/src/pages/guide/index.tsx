/** The user guide by role, for whoever wants to read it, signed in or not. */
import { Button } from 'antd';
import { Link, NavLink, useParams } from 'react-router';
import { useTitle } from '../../parts/page-head';
import { text } from '../../text';
import { addressOf, isSheet, sheetNames, sheets } from './sheets';
import { Written } from './written';
import styles from './guide.module.css';

const words = text.guide;

export const Page = () => {
  const { sheet = 'README' } = useParams();
  useTitle(isSheet(sheet) ? `${words.title} ${words.pages[sheet]}` : words.title);
  return (
    <>
      <header className={styles.bar}>
        <div className={styles.barIn}>
          <Link to="/" className={styles.mark}>
            {text.frame.product}
          </Link>
          <nav className={styles.nav} aria-label={words.nav}>
            {sheetNames.map((name) => (
              <NavLink
                key={name}
                to={addressOf(name)}
                end
                className={({ isActive }) => (isActive ? styles.on : '')}
              >
                {words.pages[name]}
              </NavLink>
            ))}
          </nav>
          <Button className={styles.print} onClick={() => print()}>
            {text.frame.print}
          </Button>
        </div>
      </header>
      <main className={styles.page}>
        {words.inChinese !== '' && <p className="note secondary">{words.inChinese}</p>}
        {isSheet(sheet) ? (
          <article className={styles.sheet} lang="zh-CN">
            <Written text={sheets[sheet]} />
          </article>
        ) : (
          <Missing />
        )}
      </main>
    </>
  );
};

const Missing = () => (
  <>
    <h1>{words.missing}</h1>
    <Link to={addressOf('README')}>{words.toFirst}</Link>
  </>
);
