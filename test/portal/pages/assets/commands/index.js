/** All commands of the parent window: the 22 of every frame, `placementBindEvent`, and what a CRM tab adds (PB 5.3). */
import { dataCommands } from './data.js';
import { installCommands } from './install.js';
import { openCommands } from './open.js';
import { selectCommands } from './select.js';
import { windowCommands } from './window.js';

export const commands = {
  ...dataCommands,
  ...installCommands,
  ...openCommands,
  ...selectCommands,
  ...windowCommands,
};
