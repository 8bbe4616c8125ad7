/** A page that failed says so and offers to load again; a new version of the pages is fetched that way too. */
import { Button } from 'antd';
import { useRouteError } from 'react-router';
import { text } from '../text';
import styles from './shell.module.css';

const saidOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

export const BrokenPage = () => {
  const error = useRouteError();
  return (
    <main className={styles.page} role="alert">
      <h1 className="serif">{text.frame.broken}</h1>
      <p>{text.frame.brokenWhy}</p>
      <p className="caption">{saidOf(error)}</p>
      <Button type="primary" onClick={() => location.reload()}>
        {text.frame.reload}
      </Button>
    </main>
  );
};
