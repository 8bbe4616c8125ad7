/** A sheet's Markdown as elements of the page: nothing of it is ever taken for HTML. */
import { lexer, type Token, type Tokens } from 'marked';
import { createElement, Fragment, type ReactNode } from 'react';
import { Link } from 'react-router';
import { addressOfLink } from './sheets';
import styles from './guide.module.css';

export const Written = ({ text }: { readonly text: string }) => <Blocks of={lexer(text)} />;

const Blocks = ({ of }: { readonly of: readonly Token[] }) => (
  <>
    {of.map((token, index) => (
      <Fragment key={index}>{blockOf(token as Tokens.Generic)}</Fragment>
    ))}
  </>
);

const blockOf = (token: Tokens.Generic): ReactNode => {
  switch (token.type) {
    case 'heading':
      return createElement(`h${token['depth']}`, {}, <Words of={token.tokens} />);
    case 'paragraph':
      return (
        <p>
          <Words of={token.tokens} />
        </p>
      );
    case 'list':
      return <List list={token as Tokens.List} />;
    case 'table':
      return <Table table={token as Tokens.Table} />;
    default:
      return wordOf(token);
  }
};

const List = ({ list: { ordered, items } }: { readonly list: Tokens.List }) =>
  createElement(
    ordered ? 'ol' : 'ul',
    {},
    items.map((item, index) => (
      <li key={index}>
        <Blocks of={item.tokens} />
      </li>
    )),
  );

const Table = ({ table: { header, rows } }: { readonly table: Tokens.Table }) => (
  <div className={styles.wide} tabIndex={0} role="group">
    <table>
      <thead>
        <tr>
          {header.map(({ tokens }, index) => (
            <th key={index} scope="col">
              <Words of={tokens} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <tr key={index}>
            {row.map(({ tokens }, column) =>
              createElement(
                column === 0 ? 'th' : 'td',
                { key: column, ...(column === 0 ? { scope: 'row' } : {}) },
                <Words of={tokens} />,
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);

const Words = ({ of = [] }: { readonly of?: readonly Token[] | undefined }) => (
  <>
    {of.map((token, index) => (
      <Fragment key={index}>{wordOf(token as Tokens.Generic)}</Fragment>
    ))}
  </>
);

const wordOf = (token: Tokens.Generic): ReactNode => {
  switch (token.type) {
    case 'strong':
      return (
        <strong>
          <Words of={token.tokens} />
        </strong>
      );
    case 'codespan':
      return <code>{token['text']}</code>;
    case 'link':
      return (
        <Link to={addressOfLink(String(token['href']))}>
          <Words of={token.tokens} />
        </Link>
      );
    case 'text':
      return token.tokens ? <Words of={token.tokens} /> : String(token['text']);
    case 'space':
      return null;
    default:
      return token.raw;
  }
};
