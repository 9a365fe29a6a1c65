/** The connection from a secure context. */
import { setUpStage } from '../support/stage.ts';
import { describeConnection } from './flows.ts';
import { describeHandshake, describeUselessAnswers } from './handshake.ts';

const stage = setUpStage({ page: 'test/e2e/harness/index.html' });
describeConnection(stage);
describeHandshake(stage);
describeUselessAnswers(stage);
