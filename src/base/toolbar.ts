/** Buttons of a widget that has figures. */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Terms } from '../locale/terms.js';
import type { Menu } from './menu.js';

export type ToolbarAction = 'table' | 'why' | 'csv' | 'svg' | 'png' | 'print';

const EXPORTS = ['csv', 'svg', 'png', 'print'] as const;

interface Toolbar {
  name: string;
  tableOpen: boolean;
  hasTable: boolean;
  hasFigures: boolean;
  menu: Menu;
  act(action: ToolbarAction, at: Element): void;
}

export function toolbar({ name, tableOpen, hasTable, hasFigures, menu, act }: Toolbar, terms: Terms): TemplateResult {
  const { toolbar: words } = terms;
  const on = (action: ToolbarAction) => (event: Event) => act(action, event.currentTarget as Element);
  return html`<div part="toolbar" class="toolbar" role="group" aria-label=${name}>
    ${hasTable ? html`<button type="button" aria-expanded=${tableOpen ? 'true' : 'false'} @click=${on('table')}>${words.table}</button>` : nothing}
    ${hasFigures ? html`<button type="button" aria-haspopup="dialog" @click=${on('why')}>${words.why}</button>` : nothing}
    <button type="button" aria-expanded=${menu.open ? 'true' : 'false'} @click=${menu.press}>${words.export}</button>
    <div class="menu" popover="auto" @toggle=${menu.toggled}>
      ${EXPORTS.map((action) => html`<button type="button" @click=${on(action)}>${words[action]}</button>`)}
    </div>
  </div>`;
}
