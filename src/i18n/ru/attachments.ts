/** Files that are chosen, on their way, or refused: Russian. */
import type { Catalogue } from '../catalogue.ts';

export const attachments: Catalogue['attachments'] = {
  empty: 'Файл пустой: портал не принимает пустые файлы',
  folder: 'Это папка. Прикрепите файлы из неё',
  tooLarge: 'Больше {{limit}} МБ — столько портал не принимает',
  uploading: 'Загружается {{name}}',
  percent: '{{percent}} % из {{size}}',
  storing: 'Портал сохраняет файл…',
  waitsForUpload: 'Ждёт, пока загрузится файл выше.',
  goneTitle: 'Файла здесь больше нет',
  goneText: 'Браузер удалил его из своего хранилища. Прикрепите файл ещё раз.',
  unreadableTitle: 'Файл не удалось прочитать',
  unreadableText:
    'Это папка, или файл изменили, переместили либо удалили после выбора. Прикрепите его ещё раз.',
  notFetchedTitle: 'Не удалось получить файл с портала',
  notFetchedText: 'Портал не скопировал его, а браузеру нельзя прочитать его отсюда.',
  emptyTitle: 'Файл пустой',
  emptyText: 'Портал не принимает пустые файлы.',
  tooLargeTitle: 'Файл слишком велик для этого портала',
  tooLargeText: 'Уменьшите его или положите на Диск и отправьте ссылку.',
};
