/** Promise: a file is sent with its progress told; whatever comes of it is told once. */
import { apiPath, Refused, Unreachable, type ProblemShown } from './client';
import type { UploadedFile } from './contract';
import { language } from '../text/language';
import { actingFor } from './acting-for';

export interface Sent<T> {
  readonly done: Promise<T>;
  readonly abort: () => void;
}
export type Upload = Sent<UploadedFile>;
export type Progress = (fraction: number) => void;

/** A form under the API's path. `XMLHttpRequest`, since `fetch` tells nothing of how far a request has come. */
export const sendForm = <T>(path: string, form: FormData, progress: Progress): Sent<T> => {
  const request = new XMLHttpRequest();
  const done = new Promise<T>((resolve, reject) => {
    request.upload.onprogress = ({ loaded, total }) => progress(total > 0 ? loaded / total : 0);
    request.onerror = () => reject(new Unreachable(path));
    request.onabort = () => reject(new DOMException(path, 'AbortError'));
    request.onload = () => {
      const body = bodyOf(request.responseText);
      if (request.status < 300 && body !== null) resolve(body as T);
      else reject(isProblem(body) ? new Refused(body) : new Unreachable(path));
    };
  });
  request.open('POST', apiPath + path);
  request.setRequestHeader('Accept-Language', language);
  const principal = actingFor();
  if (principal !== null) request.setRequestHeader('Acting-For', principal);
  request.send(form);
  return { done, abort: () => request.abort() };
};

export const upload = (file: File, progress: Progress): Upload => {
  const form = new FormData();
  form.append('files', file);
  const { done, abort } = sendForm<{ readonly files: readonly UploadedFile[] }>('/files', form, progress);
  const taken = done.then(({ files: [first] }) => {
    if (first) return first;
    throw new Unreachable(file.name);
  });
  return { done: taken, abort };
};

const bodyOf = (said: string): unknown => {
  try {
    return JSON.parse(said) as unknown;
  } catch {
    return null;
  }
};

const isProblem = (body: unknown): body is ProblemShown =>
  typeof body === 'object' && body !== null && 'code' in body && 'title' in body;

/** `4.2 MB`. */
export const sizeShown = (bytes: number): string => {
  if (bytes < 1_000) return `${bytes} B`;
  return bytes < 1_000_000 ? `${Math.round(bytes / 1_000)} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
};
