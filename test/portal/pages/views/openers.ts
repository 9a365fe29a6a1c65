/** Elements that open an application from a card: a row or menu entry for a slider, a tab for a frame in the page. */
import type { PlacementRow } from '../../world/types.ts';
import { html } from '../html.ts';
import type { Html } from '../html.ts';

/** What the script sends to `lazyload` when the element is used. */
function request(row: PlacementRow, options: Record<string, string>, inSlider: boolean): string {
  return JSON.stringify({ app: row.appCode, placementId: row.id, options, inSlider });
}

/** A row that opens the application in a slider, as `openApplication` does (PB 2.4). */
export function sliderRow(row: PlacementRow, options: Record<string, string>): Html {
  return html`<button type="button" class="app-row" data-open-app="${request(row, options, true)}">
    ${row.title}
  </button>`;
}

export interface Tab {
  row: PlacementRow;
  options: Record<string, string>;
}

/** Tabs of a card: the card's own content, then one tab an application; its frame is made when first shown. */
export function tabs(name: string, general: Html, generalTitle: string, applications: readonly Tab[]): Html {
  return html`<div class="tabs" data-tabs>
    <div class="tab-list" role="tablist" aria-label="${name}">
      <button type="button" role="tab" id="tab-general" aria-controls="panel-general" aria-selected="true">
        ${generalTitle}
      </button>
      ${applications.map(
        ({ row }) =>
          html`<button
            type="button"
            role="tab"
            id="tab-${row.id}"
            aria-controls="panel-${row.id}"
            aria-selected="false"
            tabindex="-1"
          >
            ${row.title}
          </button>`,
      )}
    </div>
    <div role="tabpanel" id="panel-general" aria-labelledby="tab-general">${general}</div>
    ${applications.map(
      ({ row, options }) =>
        html`<div
          role="tabpanel"
          class="app-section"
          id="panel-${row.id}"
          aria-labelledby="tab-${row.id}"
          data-app="${request(row, options, false)}"
          hidden
        ></div>`,
    )}
  </div>`;
}
