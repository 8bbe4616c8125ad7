/** A pack that was brought as files, by path, in whatever folder they lay: read as if it were that folder. */
import { faultOf, type Fault } from './faults.js';
import { decoded, maxBytes, tooLarge, type PackFolder } from './pack-folder.js';
import { readPackIn, type ReadPack } from './read.js';

/** Bytes by path, with `/` between folders. */
export type BroughtFiles = ReadonlyMap<string, Buffer>;

/** What systems put beside people's files. */
const isHidden = (path: string): boolean =>
  path.split('/').some((step) => step.startsWith('.') || step === '__MACOSX');

const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1);

/** The folder of the uppermost plan.yaml; without one, the folder all files share. */
const rootOf = (paths: readonly string[]): string => {
  const plans = paths.filter((path) => path === 'plan.yaml' || path.endsWith('/plan.yaml'));
  const [uppermost] = [...plans].sort((a, b) => a.split('/').length - b.split('/').length);
  if (uppermost !== undefined) return folderOf(uppermost);
  const [first = ''] = paths;
  const shared = first.slice(0, first.indexOf('/') + 1);
  return paths.every((path) => path.startsWith(shared)) ? shared : '';
};

const inMemory = (files: BroughtFiles): PackFolder => ({
  names: (under = '') => {
    const within = under === '' ? '' : `${under}/`;
    const steps = [...files.keys()]
      .filter((path) => path.startsWith(within))
      .map((path) => path.slice(within.length).split('/')[0] ?? '');
    return Promise.resolve(under !== '' && steps.length === 0 ? null : [...new Set(steps)].sort());
  },
  text: (file) => {
    const bytes = files.get(file);
    if (bytes === undefined) return Promise.resolve(null);
    return Promise.resolve(bytes.length > maxBytes ? tooLarge(file, bytes.length) : decoded(file, bytes));
  },
});

const beside = (file: string): Fault =>
  faultOf(file, {
    zh: '在 plan.yaml 所在文件夹之外；一个规划包就是一个文件夹',
    en: 'lies beside the folder of plan.yaml; a pack is one folder',
  });

export const readBrought = (brought: BroughtFiles): Promise<ReadPack> => {
  const paths = [...brought.keys()].filter((path) => !isHidden(path));
  const root = rootOf(paths);
  const inside = paths.filter((path) => path.startsWith(root));
  const files = new Map(inside.map((path) => [path.slice(root.length), brought.get(path) ?? Buffer.of()]));
  const strays = paths.filter((path) => !path.startsWith(root)).map(beside);
  return readPackIn(inMemory(files), strays);
};
