/** The form for a ZIP application; what is missing or wrong stands next to its field. */
import type { ArchiveProblem } from '../../../archives/readArchive.ts';
import { scopesOnOffer, type UploadFields, type UploadProblems } from '../../devops/uploadForm.ts';
import { html } from '../../html.ts';
import type { Html } from '../../html.ts';
import type { Visit } from '../../visit.ts';
import { embedding } from './embedding.ts';

const archiveTexts = {
  missing: 'archiveMissing',
  notZip: 'archiveNotZip',
  tooLarge: 'archiveTooLarge',
  badPath: 'archiveBadPath',
  noIndex: 'archiveNoIndex',
} as const satisfies Record<ArchiveProblem, string>;

function problemText(id: string, text: string | null): Html | null {
  return text === null ? null : html`<p class="field-problem" id="${id}" role="alert">${text}</p>`;
}

/** Attributes of a field with a problem; the first one gets the focus. */
function marks(problemId: string, hasProblem: boolean, isFirst: boolean): Html | null {
  if (!hasProblem) return null;
  return html`aria-invalid="true" aria-describedby="${problemId}" ${isFirst ? html`autofocus` : null}`;
}

/**
 * @param id the number in the address; an application's own, or the next free one
 * @param heading of second level, or null where the page says it
 */
export function uploadCard(
  id: number,
  heading: Html | null,
  fields: UploadFields,
  problems: UploadProblems,
  visit: Visit,
): Html {
  const { texts, world } = visit;
  const { archive } = problems;
  const hasTitleProblem = problems.title === true;
  const archiveText = archive ? `${texts[archiveTexts[archive.problem]]} ${archive.path}`.trim() : null;
  return html`<form
    class="card"
    method="post"
    enctype="multipart/form-data"
    action="/devops/install/${id}/${embedding(visit)}"
    novalidate
  >
    ${heading}
    <p class="muted">${texts.archiveHint}</p>
    <div class="field">
      <label for="archive">${texts.archive}</label>
      <input
        type="file"
        id="archive"
        name="archive"
        accept=".zip,application/zip"
        required
        ${marks('archive-error', archive !== undefined, true)}
      />
      ${problemText('archive-error', archiveText)}
    </div>
    <div class="field">
      <label for="title">${texts.title}</label>
      <input
        type="text"
        id="title"
        name="title"
        value="${fields.title}"
        autocomplete="off"
        required
        ${marks('title-error', hasTitleProblem, archive === undefined)}
      />
      ${problemText('title-error', hasTitleProblem ? texts.titleMissing : null)}
    </div>
    <fieldset class="checks">
      <legend>${texts.scopes}</legend>
      ${scopesOnOffer(world).map(
        (scope) =>
          html`<label class="check">
            <input
              type="checkbox"
              name="scopes"
              value="${scope}"
              ${fields.scopes.includes(scope) ? html`checked` : null}
            />
            <code>${scope}</code>
          </label>`,
      )}
    </fieldset>
    <button type="submit" class="button">${texts.upload}</button>
  </form>`;
}
