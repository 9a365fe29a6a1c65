/** The parts of `GET /control/state` and `/control/requests` that tests look at. */
export interface StateMessage {
  id: number;
  chatId: number;
  authorId: number;
  text: string;
  typed: string;
  uuid: string | null;
}

export interface StateResult {
  id: number;
  taskId: number;
  messageId: number | null;
  text: string;
  authorId: number;
}

export interface PortalState {
  messages: StateMessage[];
  results: StateResult[];
  tasks: Array<{ id: number; chatId: number | null; auditorIds: number[] }>;
}

export interface RestRequest {
  version: 'v2' | 'v3';
  method: string;
  batch: string[];
  status: number;
  executed: boolean;
  userId: number | null;
}
