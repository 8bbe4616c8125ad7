/** YAML as data with positions: the line of any place in it can be told, and syntax errors come as faults. */
import { isAlias, isMap, isNode, isPair, isScalar, isSeq, LineCounter, parseDocument, visit } from 'yaml';
import type { Document, Node, YAMLError } from 'yaml';
import { faultOf, type Fault, type Path } from './faults.js';
import type { Said } from './said.js';

export interface Positions {
  readonly file: string;
  /** Line of the place, or of the nearest place around it that exists. */
  readonly lineAt: (path: Path) => number;
}

export interface YamlFile extends Positions {
  readonly value: unknown;
}

/** `yaml` is null where the data cannot be trusted to be what the writer meant. */
export interface ParsedYaml {
  readonly yaml: YamlFile | null;
  readonly faults: readonly Fault[];
}

const mostErrors = 50;

export const parseYaml = (file: string, text: string): ParsedYaml => {
  try {
    return parsed(file, text);
  } catch (error) {
    // The parser throws on what is nested deeper than its stack.
    const reason = error instanceof Error ? error.message : String(error);
    const message = {
      zh: `无法读取这份 YAML（解析器原文：${reason}）`,
      en: `this YAML cannot be read (${reason})`,
    };
    return { yaml: null, faults: [faultOf(file, message)] };
  }
};

const parsed = (file: string, text: string): ParsedYaml => {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, logLevel: 'silent' });
  const lineOf = (offset: number): number => Math.max(1, lines.linePos(offset).line);

  const errors = [...document.errors, ...document.warnings];
  const faults = errors.slice(0, mostErrors).map((error) => syntaxFault(file, text, error, lineOf));
  if (errors.length > mostErrors) {
    const more = errors.length - mostErrors;
    faults.push(
      faultOf(file, { zh: `另有 ${more} 处 YAML 语法错误`, en: `and ${more} more errors of YAML` }),
    );
  }
  const odd = oddNodes(document).map(({ offset, message }) => faultOf(file, message, lineOf(offset)));
  // With a key given twice the rest of the file still says what it says, and can be checked in the same go.
  const sound = odd.length === 0 && errors.every((error) => error.code === 'DUPLICATE_KEY');
  if (!sound) return { yaml: null, faults: [...faults, ...odd] };
  return {
    yaml: { file, value: document.toJS(), lineAt: (path) => lineAt(document.contents, path, lineOf) },
    faults,
  };
};

const syntaxFault = (file: string, text: string, error: YAMLError, lineOf: (at: number) => number): Fault => {
  const [from, to] = error.pos;
  const message =
    error.code === 'DUPLICATE_KEY'
      ? doubleKey(keyText(text, from, to))
      : // The parser speaks English only.
        { zh: `YAML 语法错误（解析器原文）：${error.message}`, en: `YAML: ${error.message}` };
  return faultOf(file, message, lineOf(from));
};

const doubleKey = (key: string | null): Said => ({
  zh: `${key === null ? '此处的键' : `键 ${key} `}出现两次；每个键只能出现一次`,
  en: `the key ${key ?? 'here'} is given twice; each key may stand once`,
});

/** The key as it is written; null where it is no plain word. */
const keyText = (text: string, from: number, to: number): string | null =>
  /^[\w'"-]{1,40}/.exec(text.slice(from, Math.max(to, from + 40)))?.[0] ?? null;

const aliased: Said = {
  zh: '不允许使用别名（*name）；请写出值本身',
  en: 'aliases (*name) are not allowed; write the value out',
};
const oddKey: Said = {
  zh: '键不是文字；键须是普通词语',
  en: 'a key that is no text; keys are plain words',
};

/** YAML beyond plain lists and maps is refused: aliases can swell without bound, odd keys have no place. */
const oddNodes = (document: Document): { offset: number; message: Said }[] => {
  const found: { offset: number; message: Said }[] = [];
  visit(document, (_, node) => {
    if (isAlias(node)) {
      found.push({ offset: startOf(node), message: aliased });
    } else if (isPair(node) && !(isScalar(node.key) && typeof node.key.value === 'string')) {
      const offset = isNode(node.key) ? startOf(node.key) : 0;
      found.push({ offset, message: oddKey });
    }
  });
  return found.slice(0, mostErrors);
};

const startOf = (node: Node): number => node.range?.[0] ?? 0;

const lineAt = (contents: unknown, path: Path, lineOf: (at: number) => number): number => {
  let node = contents;
  let offset = isNode(node) ? startOf(node) : 0;
  for (const key of path) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && item.key.value === key);
      if (pair === undefined) break;
      offset = isNode(pair.key) ? startOf(pair.key) : offset;
      node = pair.value;
    } else if (isSeq(node) && typeof key === 'number') {
      node = node.items[key];
      offset = isNode(node) ? startOf(node) : offset;
    } else break;
  }
  return lineOf(offset);
};
