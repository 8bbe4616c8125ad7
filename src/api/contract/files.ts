/** Evidence: uploaded first, referred to by id afterwards, given out only as a download. */
import { uuid } from './common.js';
import { endpoint, z } from './endpoint.js';

export const uploadedFile = z
  .object({
    id: z.string(),
    name: z.string(),
    sizeBytes: z.number().int(),
    sha256: z.string(),
    mediaType: z.string(),
    uploadedAt: z.string(),
  })
  .openapi('UploadedFile');

export const uploadedFiles = z.object({ files: z.array(uploadedFile) }).openapi('UploadedFiles');

export const uploadFiles = endpoint('POST /files', {
  id: 'uploadFiles',
  tag: 'files',
  summary:
    'Takes files (multipart field `files`): pdf, docx, xlsx, pptx, ofd, wps, jpg, png, zip. All are taken or none.',
  access: 'see_plans',
  bodyKind: 'files',
  answers: { created: uploadedFiles },
  problems: [
    'unsupported_media',
    'file_type_refused',
    'file_content_mismatch',
    'file_nested_archive',
    'file_empty',
    'file_name_refused',
    'file_too_large',
    'too_many_files',
    'upload_incomplete',
  ],
});

export const getFile = endpoint('GET /files/{file}', {
  id: 'getFile',
  tag: 'files',
  summary:
    'The bytes, as an attachment, for whoever may see an item it proves, and for the unit that uploaded it.',
  access: 'see_plans',
  params: z.strictObject({ file: uuid }),
  answers: { ok: 'file' },
});
