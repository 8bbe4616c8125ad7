/** Giving a command has an address of its own on top of any page: `?do=submitEvidence&item=…&milestone=…`. */
import { Button, type ButtonProps } from 'antd';
import type { MouseEvent, ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import type { ItemCommandType } from '../data/contract';
import { words } from '../text';
import { isCommand } from './forms';

export interface Doing {
  readonly command: ItemCommandType;
  readonly item: string;
  /** Values of fields that the link names. */
  readonly given: Readonly<Record<string, string>>;
}

const prefix = 'with.';

export const doingIn = (search: URLSearchParams): Doing | null => {
  const command = search.get('do') ?? '';
  const item = search.get('item');
  if (!isCommand(command) || item === null) return null;
  const given = Object.fromEntries(
    [...search].flatMap(([name, value]) =>
      name.startsWith(prefix) ? [[name.slice(prefix.length), value]] : [],
    ),
  );
  return { command, item, given };
};

const without = (search: URLSearchParams): URLSearchParams =>
  new URLSearchParams(
    [...search].filter(([name]) => name !== 'do' && name !== 'item' && !name.startsWith(prefix)),
  );

const withDoing = (search: URLSearchParams, { command, item, given }: Doing): URLSearchParams => {
  const next = without(search);
  next.set('do', command);
  next.set('item', item);
  for (const [name, value] of Object.entries(given)) next.set(prefix + name, value);
  return next;
};

export const useDoing = () => {
  const [search, setSearch] = useSearchParams();
  return {
    doing: doingIn(search),
    begin: (doing: Doing) => setSearch((now) => withDoing(now, doing)),
    end: () => setSearch(without, { replace: true }),
    address: (doing: Doing) => `?${withDoing(search, doing).toString()}`,
  };
};

export interface DoButtonProps {
  readonly item: string;
  readonly command: ItemCommandType;
  readonly given?: Readonly<Record<string, string>>;
  /** The one main action of its panel. */
  readonly main?: boolean;
  readonly size?: NonNullable<ButtonProps['size']>;
  readonly block?: boolean;
  /** Said to a screen reader where the words on the button do not name the thing. */
  readonly about?: string;
  readonly children?: ReactNode;
}

/** A link, so that it can be opened in another tab, with the look of a button. */
export const DoButton = ({
  item,
  command,
  given = {},
  main = false,
  size = 'middle',
  block = false,
  about,
  children,
}: DoButtonProps) => {
  const { begin, address } = useDoing();
  const doing = { command, item, given };
  const name = words.commands[command];
  const onClick = (event: MouseEvent): void => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    begin(doing);
  };
  return (
    <Button
      type={main ? 'primary' : 'default'}
      size={size}
      block={block}
      href={address(doing)}
      onClick={onClick}
      {...(about === undefined ? {} : { 'aria-label': `${name} ${about}` })}
    >
      {children ?? name}
    </Button>
  );
};
