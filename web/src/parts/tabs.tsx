/** One of several views of the same thing, chosen by words with a line beneath the chosen one. */
import styles from './tabs.module.css';

export interface TabsProps<T extends string> {
  /** What is chosen between, said to a screen reader. */
  readonly label: string;
  readonly value: T;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly onChange: (value: T) => void;
}

export const Tabs = <T extends string>({ label, value, options, onChange }: TabsProps<T>) => (
  <div className={styles.tabs} role="group" aria-label={label}>
    {options.map((option) => (
      <button
        key={option.value}
        type="button"
        aria-pressed={option.value === value}
        onClick={() => onChange(option.value)}
      >
        {option.label}
      </button>
    ))}
  </div>
);
