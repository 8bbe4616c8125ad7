/** The ways a panel's rows may be looked at, each with an address of its own; the one looked at is marked. */
import { Link } from 'react-router';
import styles from './view-links.module.css';

export interface ViewLink {
  readonly key: string;
  readonly label: string;
  readonly to: string;
  readonly isHere: boolean;
}

export const ViewLinks = ({
  label,
  views,
}: {
  readonly label: string;
  readonly views: readonly ViewLink[];
}) => (
  <nav className={styles.views} aria-label={label}>
    {views.map((view) => (
      <Link key={view.key} to={view.to} aria-current={view.isHere ? 'true' : undefined}>
        {view.label}
      </Link>
    ))}
  </nav>
);

/** The present address with one part of its query changed; null = without it. */
export const withPart = (search: URLSearchParams, name: string, value: string | null): string => {
  const next = new URLSearchParams(search);
  if (value === null) next.delete(name);
  else next.set(name, value);
  return `?${next.toString()}`;
};
