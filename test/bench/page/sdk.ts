/** The SDK's own way of sending, as its documentation shows it: its limits, its repeats, nothing of ours. */
import { initializeB24Frame, type B24Frame } from '@bitrix24/b24jssdk';
import type { SdkPage } from './protocol.ts';

declare global {
  interface Window {
    sdk: SdkPage;
  }
}

let frame: B24Frame | undefined;

window.sdk = {
  async connect() {
    frame = await initializeB24Frame();
  },
  async send(taskId, text) {
    if (!frame) throw new Error('Not connected');
    try {
      const params = { fields: { taskId, text } };
      const answer = await frame.actions.v3.call.make({ method: 'tasks.task.chat.message.send', params });
      return answer.isSuccess ? '' : ([...answer.getErrors()][0]?.message ?? 'no');
    } catch (failure) {
      return failure instanceof Error ? failure.message || failure.name : String(failure);
    }
  },
};
