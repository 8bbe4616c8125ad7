/** A stroke for each page of the thumb bar; the word stands beneath it. */
const list = 'M3 5h2M3 10h2M3 15h2M8 5h9M8 10h9M8 15h9';

const paths: Readonly<Record<string, string>> = {
  cockpit: 'M3 3h6v6H3zM11 3h6v6h-6zM3 11h6v6H3zM11 11h6v6h-6z',
  sign: 'M3 17h14M5 13.5 13.5 4l2.6 2.3L7.8 15.5 4.6 16z',
  items: list,
  inbox: 'M2.5 11.5 5 3.5h10l2.5 8V17h-15zM2.5 11.5H7l1.3 2.2h3.4l1.3-2.2h4.5',
  desk: 'M4 3.5h12V17H4zM7 2.5h6v2.5H7zM7 9.5l1.6 1.6L12.5 7.5M7 14h6',
  office: 'M3 6.5h14V16H3zM7 6.5V4h6v2.5M3 11h14',
  documents: 'M5 2.5h7l3.5 3.5v11.5H5zM12 2.5V6h3.5M7.5 10h5.5M7.5 13.5h5.5',
  listings: 'M5.5 3h9l2 2v12h-13V5zM7 8h6M7 12h6',
  '/admin/people':
    'M10 10a3.2 3.2 0 1 0 0-6.4 3.2 3.2 0 0 0 0 6.4zM3.5 17c .6-3 3-4.7 6.5-4.7s5.9 1.7 6.5 4.7',
  '/admin/import': 'M10 13V3.5M6.5 7 10 3.5 13.5 7M3 12.5V17h14v-4.5',
  '/admin/outgoing': 'M3 9.5 17 3l-5 14-3-6zM9 11l8-8',
  '/admin/health': 'M2.5 10.5H6l2-5.5 3.5 10 2-4.5h4',
};

export const ThumbGlyph = ({ of }: { readonly of: string }) => (
  <svg
    width="20"
    height="20"
    viewBox="0 0 20 20"
    fill="none"
    stroke="currentColor"
    strokeWidth="1.6"
    aria-hidden="true"
  >
    <path d={paths[of] ?? list} />
  </svg>
);
