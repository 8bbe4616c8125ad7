/** Promise: the source as plain JavaScript in a folder of its own, so that a process starts without compiling anything. */
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const root = fileURLToPath(new URL('../../', import.meta.url));
const folders = ['src', 'migrations', join('test', 'reliability', 'processes')];

const compile = (text: string): string =>
  ts.transpileModule(text, {
    compilerOptions: {
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.ESNext,
      verbatimModuleSyntax: true,
    },
  }).outputText;

/** Answers where a source file of the repository lies when compiled below `dir`. */
export const compileInto = (dir: string): ((source: string) => string) => {
  const compiledAt = (source: string): string => join(dir, source.replace(/\.ts$/, '.js'));
  for (const folder of folders)
    for (const name of readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })) {
      if (!name.endsWith('.ts') || name.endsWith('.d.ts')) continue;
      const target = compiledAt(join(folder, name));
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, compile(readFileSync(join(root, folder, name), 'utf8')));
    }
  writeFileSync(join(dir, 'package.json'), '{ "type": "module" }');
  symlinkSync(join(root, 'node_modules'), join(dir, 'node_modules'));
  return compiledAt;
};
