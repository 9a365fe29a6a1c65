/** The form that takes a ZIP application: what it is filled with, and what was sent. */
import { ArchiveError, readArchive, type ArchiveProblem } from '../../archives/readArchive.ts';
import { appTitle, defaultScopes } from '../../world/seed/app.ts';
import type { App, ArchiveFiles, World } from '../../world/types.ts';

/** Scopes that an application may ask for, all of which Chat Desk can use. */
export const uploadScopes: readonly string[] = [...defaultScopes, 'disk'];

export interface UploadFields {
  title: string;
  scopes: readonly string[];
}

/** What is wrong with a sent form; {} = nothing. */
export interface UploadProblems {
  archive?: { problem: ArchiveProblem; path: string };
  title?: true;
}

export interface SentUpload {
  fields: UploadFields;
  /** null when the archive has a problem */
  files: ArchiveFiles | null;
  problems: UploadProblems;
}

/** A ZIP application keeps its scopes; anything else starts with all of them. */
export function uploadDefaults(app: App | undefined): UploadFields {
  return {
    title: app?.title ?? appTitle,
    scopes: app?.opensBy === 'static' ? app.scopes : uploadScopes,
  };
}

/** RF 2.1: `tasks` may not be on offer. */
export function scopesOnOffer({ switches }: World): readonly string[] {
  return switches.tasksScope === 'tasks' ? uploadScopes : uploadScopes.filter((scope) => scope !== 'tasks');
}

/** Reads a multipart form. A body that is none has neither archive nor title. */
export async function readUpload(body: Buffer, contentType: string): Promise<SentUpload> {
  const form = await readForm(body, contentType);
  const title = textOf(form.get('title')).trim();
  const scopes = new Set(form.getAll('scopes').map(textOf));
  const archive = form.get('archive');
  const bytes = archive instanceof Blob ? new Uint8Array(await archive.arrayBuffer()) : new Uint8Array();
  const { files, archiveProblem } = unpacked(bytes);
  return {
    fields: { title, scopes: uploadScopes.filter((scope) => scopes.has(scope)) },
    files,
    problems: {
      ...(archiveProblem ? { archive: archiveProblem } : {}),
      ...(title === '' ? { title: true } : {}),
    },
  };
}

async function readForm(body: Buffer, contentType: string): Promise<FormData> {
  try {
    return await new Response(new Uint8Array(body), {
      headers: { 'content-type': contentType },
    }).formData();
  } catch {
    return new FormData();
  }
}

function unpacked(bytes: Uint8Array) {
  try {
    return { files: readArchive(bytes), archiveProblem: null };
  } catch (failure) {
    if (!(failure instanceof ArchiveError)) throw failure;
    return { files: null, archiveProblem: { problem: failure.problem, path: failure.path } };
  }
}

function textOf(value: FormDataEntryValue | null): string {
  return typeof value === 'string' ? value : '';
}
