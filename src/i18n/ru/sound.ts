/** Russian words of the sound for new messages of a client. */
import type { Catalogue } from '../catalogue.ts';

export const sound: Catalogue['sound'] = {
  switch: 'Звук новых сообщений',
  blocked: 'Браузер разрешит звук только после щелчка или нажатия клавиши в этом окне.',
};
