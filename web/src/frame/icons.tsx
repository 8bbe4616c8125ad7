/** The few signs of the frame, drawn beside their words. */
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
