/** The few signs there are, drawn beside their words. */
const stroke = { fill: 'none', stroke: 'currentColor', 'aria-hidden': true } as const;

export const SearchIcon = () => (
  <svg width="16" height="16" viewBox="0 0 16 16" strokeWidth="1.6" {...stroke}>
    <circle cx="7" cy="7" r="4.6" />
    <path d="m10.6 10.6 3.6 3.6" />
  </svg>
);

export const InboxIcon = () => (
  <svg width="16" height="16" viewBox="0 0 16 16" strokeWidth="1.5" {...stroke}>
    <path d="M2 9.5 4 3h8l2 6.5V13H2z" />
    <path d="M2 9.5h3.5L6.6 11h2.8l1.1-1.5H14" />
  </svg>
);

export const ClockIcon = () => (
  <svg width="14" height="14" viewBox="0 0 16 16" strokeWidth="1.6" {...stroke}>
    <circle cx="8" cy="8" r="6.2" />
    <path d="M8 4.4V8l2.6 1.6" />
  </svg>
);

export const Arrow = ({ back = false }: { readonly back?: boolean }) => (
  <svg width="14" height="14" viewBox="0 0 14 14" strokeWidth="1.6" {...stroke}>
    <path d={back ? 'M9 2 4 7l5 5' : 'm5 2 5 5-5 5'} />
  </svg>
);

export const CalendarIcon = () => (
  <svg width="16" height="16" viewBox="0 0 16 16" strokeWidth="1.4" {...stroke}>
    <path d="M2 3.5h12v10.3H2zM2 6.6h12M5 1.6v3M11 1.6v3" />
  </svg>
);

export const PaperIcon = () => (
  <svg width="16" height="16" viewBox="0 0 16 16" strokeWidth="1.4" {...stroke}>
    <path d="M3.5 1.7h6L12.5 5v9.3h-9zM9.3 1.7V5h3.2" />
  </svg>
);
