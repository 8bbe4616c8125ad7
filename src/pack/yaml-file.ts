/** YAML as data with positions: the line of any place in it can be told, and syntax errors come as faults. */
import { isAlias, isMap, isNode, isPair, isScalar, isSeq, LineCounter, parseDocument, visit } from 'yaml';
import type { Document, Node, YAMLError } from 'yaml';
import type { Fault, Path } from './faults.js';

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
    const message = `this YAML cannot be read (${error instanceof Error ? error.message : String(error)})`;
    return { yaml: null, faults: [{ file, line: 1, path: '', message }] };
  }
};

const parsed = (file: string, text: string): ParsedYaml => {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, logLevel: 'silent' });
  const lineOf = (offset: number): number => Math.max(1, lines.linePos(offset).line);

  const errors = [...document.errors, ...document.warnings];
  const faults = errors.slice(0, mostErrors).map((error) => syntaxFault(file, text, error, lineOf));
  if (errors.length > mostErrors) {
    faults.push({
      file,
      line: 1,
      path: '',
      message: `and ${errors.length - mostErrors} more errors of YAML`,
    });
  }
  const odd = oddNodes(document).map(({ offset, message }) => ({
    file,
    line: lineOf(offset),
    path: '',
    message,
  }));
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
      ? `the key ${keyText(text, from, to)} is given twice; each key may stand once`
      : `YAML: ${error.message}`;
  return { file, line: lineOf(from), path: '', message };
};

const keyText = (text: string, from: number, to: number): string =>
  /^[\w'"-]{1,40}/.exec(text.slice(from, Math.max(to, from + 40)))?.[0] ?? 'here';

/** YAML beyond plain lists and maps is refused: aliases can swell without bound, odd keys have no place. */
const oddNodes = (document: Document): { offset: number; message: string }[] => {
  const found: { offset: number; message: string }[] = [];
  visit(document, (_, node) => {
    if (isAlias(node)) {
      found.push({ offset: startOf(node), message: 'aliases (*name) are not allowed; write the value out' });
    } else if (isPair(node) && !(isScalar(node.key) && typeof node.key.value === 'string')) {
      const offset = isNode(node.key) ? startOf(node.key) : 0;
      found.push({ offset, message: 'a key that is no text; keys are plain words' });
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
