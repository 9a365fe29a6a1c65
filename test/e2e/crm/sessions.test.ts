/** The life of a conversation with a client, as the buttons above it lead it: each time the portal's own state tells. */
import { beforeEach, expect, test } from 'vitest';
import { expectToSee } from '../support/expectToSee.ts';
import { setUpStage } from '../support/stage.ts';
import { hasFocus } from '../task/acting.ts';
import { openCard, resetWithCards } from './card.ts';
import { stored, write } from './chatting.ts';
import { agree, barOf, chatRow, press, standing } from './talking.ts';

const stage = setUpStage();
/** Contact 11 has chat 108, which nobody has taken, and 107, which is David's. */
const contact = 11;
const [nobodys, davids] = [108, 107];
const [anna, yuki] = [1, 6];
const sales = 2;

beforeEach(() => resetWithCards(stage));

async function openNobodys() {
  const page = await stage.newPage();
  const app = await openCard(stage, page, 'contact', contact);
  await chatRow(app, 'Peter here').click();
  await expectToSee(barOf(app).getByText('Nobody yet'));
  return { page, app };
}

type Standing = Partial<Awaited<ReturnType<typeof standing>>>;

async function stands(chatId: number, wanted: Standing): Promise<void> {
  await expect.poll(() => standing(stage, chatId)).toMatchObject(wanted);
}

test('answered, passed on to a colleague, joined, taken over, passed on to a queue', async () => {
  const { app } = await openNobodys();
  await press(app, 'Answer');
  await stands(nobodys, { status: 10, ownerId: anna, isMember: true });
  await expectToSee(barOf(app).getByText('You answer'));
  await expect.poll(() => hasFocus(app.getByRole('textbox', { name: 'Message' }))).toBe(true);
  await write(app, 'Good morning, Peter!');
  await expect
    .poll(() => stored(stage, 'Good morning, Peter!'))
    .toMatchObject([{ chatId: nobodys, authorId: anna }]);

  await press(app, 'Transfer');
  const dialog = app.getByRole('dialog', { name: 'Transfer the conversation' });
  await dialog.getByRole('searchbox', { name: 'Find a colleague' }).fill('Yuk');
  await dialog.getByRole('radio', { name: 'Yuki Tanaka' }).check();
  await agree(app, 'Transfer to Yuki Tanaka');
  await stands(nobodys, { ownerId: yuki, isMember: false });
  await expectToSee(barOf(app).getByText('Owner: Yuki Tanaka'));

  await press(app, 'Join');
  await stands(nobodys, { ownerId: yuki, isMember: true });

  await press(app, 'Take over');
  await expectToSee(app.getByRole('dialog', { name: 'Take over from Yuki Tanaka?' }));
  await agree(app, 'Cancel');
  await expect.poll(() => app.getByRole('dialog').count()).toBe(0);
  await stands(nobodys, { ownerId: yuki });
  await press(app, 'Take over');
  await agree(app, 'Take over');
  await stands(nobodys, { ownerId: anna });

  await press(app, 'Transfer');
  await dialog.getByRole('radio', { name: /^Sales/ }).check();
  await agree(app, 'Transfer to Sales');
  await stands(nobodys, { status: 5, ownerId: 0, lineId: sales, isMember: false });
  await expectToSee(barOf(app).getByText('Nobody yet'));
}, 60_000);

test('skipped, answered, finished, begun anew, marked as spam', async () => {
  const { app } = await openNobodys();
  await press(app, 'Skip');
  await stands(nobodys, { status: 5, ownerId: 0 });
  await press(app, 'Answer');
  await stands(nobodys, { status: 10, ownerId: anna });

  await press(app, 'Finish');
  await expectToSee(app.getByRole('dialog', { name: 'Finish this conversation?' }));
  await agree(app, 'Cancel');
  await stands(nobodys, { status: 10, ownerId: anna });
  await press(app, 'Finish');
  await agree(app, 'Finish');
  await stands(nobodys, { status: 60, ownerId: 0, isMember: false });
  await expectToSee(barOf(app).getByText('Closed'));
  await expectToSee(app.getByText(/^This conversation is closed\. Press “Start a conversation”/));

  await press(app, 'Start a conversation');
  await stands(nobodys, { status: 10, ownerId: anna, isMember: true });
  await expectToSee(barOf(app).getByText('You answer'));
  await press(app, 'Mark as spam');
  await expectToSee(app.getByRole('dialog', { name: 'Mark this conversation as spam?' }));
  await agree(app, 'Mark as spam');
  await stands(nobodys, { status: 65, isMember: false });
  await expectToSee(barOf(app).getByText('Closed'));
}, 60_000);

test('an error without code and text is told: what did not work, and how the conversation stands now', async () => {
  const page = await stage.newPage();
  const app = await openCard(stage, page, 'contact', contact);
  await expectToSee(barOf(app).getByText('Owner: David Mensah'));
  await press(app, 'Take over');
  // Closed by somebody in the moment between the question and the answer.
  await page.route(
    '**/imopenlines.operator.answer*',
    async (route) => {
      await stage.control('session', { chatId: davids, status: 60, operatorId: null });
      await route.continue();
    },
    { times: 1 },
  );
  await agree(app, 'Take over');
  const told = app.getByRole('alert').filter({ hasText: '“Take over” did not work' });
  await expectToSee(told.getByText(/did not say why.*The conversation is closed now\./));
  await expectToSee(barOf(app).getByText('Closed', { exact: true }));
  await stands(davids, { status: 60, ownerId: 0 });
});
