/** The measure for ours: the framework alone. A ten-card answer to a search, an echo to a message, and nothing else. */
import { Application, TeamsAdapter, type TurnState } from '@microsoft/teams-ai';
import { ConfigurationServiceClientCredentialFactory } from 'botbuilder';
import express from 'express';

const adapter = new TeamsAdapter(
  {},
  new ConfigurationServiceClientCredentialFactory({ MicrosoftAppId: '', MicrosoftAppType: 'MultiTenant' }),
);

class Bare extends Application<TurnState> {
  override startTypingTimer(): void {}
}

const facts = [
  { title: 'Tool', value: 'The assistant of the house' },
  { title: 'Data', value: 'Internal, nothing about persons' },
  { title: 'Owner', value: 'Somebody' },
];
const text =
  'Take the notes of the talk below and write for the line manager, in five short points, what was decided, who does it and by when. Leave names out, and mark each point that you are not sure of.';
const buttons = ['Worked', 'Flag'];

const cardOf = (number: number, words: string) => ({
  type: 'AdaptiveCard',
  $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
  version: '1.5',
  body: [
    { type: 'TextBlock', text: `Scenario ${number} for ${words}`, weight: 'Bolder', size: 'Medium', wrap: true },
    { type: 'TextBlock', text: 'Recruiter, first look at applications', isSubtle: true, wrap: true, spacing: 'None' },
    { type: 'FactSet', facts },
    { type: 'TextBlock', text, wrap: true },
  ],
  actions: buttons.map((title) => ({ type: 'Action.Execute', title, verb: title, data: { id: `s${number}`, v: 3 } })),
});

const attachmentOf = (number: number, words: string) => ({
  contentType: 'application/vnd.microsoft.card.adaptive',
  content: cardOf(number, words),
  preview: {
    contentType: 'application/vnd.microsoft.card.hero',
    content: { title: `Scenario ${number} for ${words}`, subtitle: 'Recruiter', text: 'The assistant of the house' },
  },
});

const bot = new Bare({ adapter, botAppId: '' });
bot.messageExtensions.query('search', async (_context, _state, query) => {
  const words = JSON.stringify(query.parameters);
  return {
    type: 'result',
    attachmentLayout: 'list',
    attachments: Array.from({ length: 10 }, (_, number) => attachmentOf(number, words)),
  };
});
bot.activity('message', async (context) => void (await context.sendActivity(`echo ${context.activity.text}`)));

const app = express();
app.disable('x-powered-by');
app.post('/api/messages', express.json({ limit: '256kb' }), async (request, response) => {
  await adapter.process(request, response, async (context) => void (await bot.run(context)));
});
app.listen(Number(process.env.PORT), '127.0.0.1');
process.once('SIGTERM', () => process.exit(0));
