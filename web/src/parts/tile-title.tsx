/** A tile's title breaks where its `|` says a sense ends, and nowhere else. */
import { Fragment } from 'react';

export const TileTitle = ({ tile }: { readonly tile: string }) => (
  <span style={{ wordBreak: 'keep-all' }}>
    {tile.split('|').map((part, index) => (
      <Fragment key={index}>
        {index > 0 && <wbr />}
        {part}
      </Fragment>
    ))}
  </span>
);

/** The same where there is no room to break. */
export const plainTile = (tile: string): string => tile.replaceAll('|', '');
