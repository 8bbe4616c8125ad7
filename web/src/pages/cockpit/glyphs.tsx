/** Small strokes of the cockpit's controls; what they do is said beside them. */
export const Arrow = ({ back = false }: { readonly back?: boolean }) => (
  <svg
    width="14"
    height="14"
    viewBox="0 0 14 14"
    fill="none"
    stroke="currentColor"
    strokeWidth="1.6"
    aria-hidden="true"
  >
    <path d={back ? 'M9 2 4 7l5 5' : 'm5 2 5 5-5 5'} />
  </svg>
);

export const CalendarGlyph = () => (
  <svg
    width="16"
    height="16"
    viewBox="0 0 16 16"
    fill="none"
    stroke="currentColor"
    strokeWidth="1.4"
    aria-hidden="true"
  >
    <path d="M2 3.5h12v10.3H2zM2 6.6h12M5 1.6v3M11 1.6v3" />
  </svg>
);
