/** Evidence in and out. */
import { pipeline } from 'node:stream/promises';
import { recordFile, recordUpload, uploadOf, usesOf } from '../../store/files.js';
import type { Tx } from '../../store/database.js';
import { itemOf } from '../../store/items.js';
import { uploadOwnersOf } from '../../store/views/item-page.js';
import { getFile, uploadFiles } from '../contract/files.js';
import { keepFiles, receiveFiles } from '../files/uploads.js';
import { Problem, success } from '../problem.js';
import { serve, type Served } from '../serve.js';
import type { Caller } from '../sign-in.js';
import { belongs } from '../submit.js';
import { shown } from '../times.js';
import { mayReadItem } from './visible-item.js';

const post = serve(
  uploadFiles,
  async ({ context, caller, req }) => {
    const writtenAt = context.now();
    const files = await keepFiles(context, req, (received) =>
      context.db.asActor(caller.actor, async (tx) => {
        for (const { id, sha256, sizeBytes, name, mediaType } of received) {
          await recordFile(tx, { sha256, sizeBytes, writtenAt });
          await recordUpload(tx, { id, sha256, name, mediaType, uploadedBy: caller.actor.person, writtenAt });
        }
      }),
    );
    const entries = files.map(({ id, name, sizeBytes, sha256, mediaType }) => ({
      id,
      name,
      sizeBytes,
      sha256,
      mediaType,
      uploadedAt: shown(writtenAt),
    }));
    return { as: 'created', body: { files: entries } };
  },
  (context) => [receiveFiles(context)],
);

/** A file is seen by the unit that brought it, and by whoever may see an item it proves. */
const mayRead = async (tx: Tx, caller: Caller, id: string): Promise<boolean> => {
  const [owner] = await uploadOwnersOf(tx, [id]);
  if (owner && belongs(caller, owner)) return true;
  for (const itemId of new Set((await usesOf(tx, id)).map((use) => use.itemId))) {
    const item = await itemOf(tx, itemId);
    if (item && mayReadItem(caller, item)) return true;
  }
  return false;
};

const get = serve(getFile, async ({ context: { db, bytes }, caller, params, res }) => {
  const upload = await db.asReader(caller.actor, async (tx) => {
    const found = await uploadOf(tx, params.file);
    return found && (await mayRead(tx, caller, found.id)) ? found : null;
  });
  if (!upload || !(await bytes.has(upload.sha256))) throw new Problem('not_found');
  res.status(success.ok).attachment(upload.name);
  res.set({
    'Content-Type': upload.mediaType,
    'Content-Length': String(upload.sizeBytes),
    'Content-Security-Policy': "default-src 'none'; sandbox",
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'private, no-store',
  });
  await pipeline(bytes.read(upload.sha256), res).catch((error: unknown) => {
    if (!res.writableEnded && !res.destroyed) throw error;
  });
  return null;
});

export const fileRoutes: readonly Served[] = [post, get];
