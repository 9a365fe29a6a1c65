/** What somebody has decided about one message that goes into a task. */
import type { DialogFile } from '../../portal/methods/dialogMessages.ts';
import type { NewTask, TaskBrief } from '../../portal/methods/taskList.ts';

export interface Plan {
  task: { kind: 'old'; task: Pick<TaskBrief, 'id' | 'title' | 'chatId'> } | ({ kind: 'new' } & NewTask);
  /** what is written */
  text: string;
  asResult: boolean;
  /** of the dialog `copyFrom` */
  files: readonly DialogFile[];
  copyFrom: string;
  /** what takes a file's place where it cannot be forwarded; null: it has no address */
  linkTo: (file: DialogFile) => string | null;
}
