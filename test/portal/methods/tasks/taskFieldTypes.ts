/** The own fields of a task in REST 3.0, and which of them put a list in order (RF 2.7, 2.8). */
import { fieldTypes, type DtoField, type FieldType } from '../v3/dto.ts';

/** The docs name the fields; where they are silent about a type, it is the one of their sample. */
const namesByType: Readonly<Record<FieldType, string>> = {
  int: `
    id epicId storyPoints parentId numberOfReminders chatId plannedDuration actualDuration
    estimatedTime outlookVersion deadlineCount forumTopicId maxDeadlineChanges creatorId
    responsibleId groupId`,
  string: `
    title description priority status durationType guid xmlId exchangeId mark siteId
    declineReason link archiveLink`,
  bool: `
    needsControl containsChecklist containsSubTasks containsRelatedTasks containsGanttLinks
    containsPlacements containsResults replicate allowsChangeDeadline allowsTimeTracking
    matchesWorkTime addInReport isMultitask requireResult matchesSubTasksTime
    autocompleteSubTasks allowsChangeDatePlan requireDeadlineChangeReason`,
  array: `
    fileIds checklist rights crmItemIds inFavorite inPin inGroupPin inMute dependsOn scenarios`,
  DateTime: `
    deadline startPlan endPlan statusChanged started changed closed activity exchangeModified
    maxDeadlineChangeDate created`,
};

const sortable = new Set(
  namesIn(`
    id title creatorId created responsibleId deadline startPlan endPlan groupId priority status
    started estimatedTime changed closed activity mark allowsChangeDeadline allowsTimeTracking`),
);

/** Field -> its type and uses. */
export const taskFieldTypes: Readonly<Record<string, DtoField>> = Object.fromEntries(
  fieldTypes.flatMap((type) =>
    namesIn(namesByType[type]).map((name) => [name, { type, isSortable: sortable.has(name) }] as const),
  ),
);

function namesIn(text: string): string[] {
  return text.trim().split(/\s+/);
}
