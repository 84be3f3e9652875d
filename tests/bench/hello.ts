/** The measure for a list of the tab: express saying hello, and nothing else. */
import express from 'express';

const app = express();
app.get('/', (_request, response) => void response.json({ hello: 'world' }));
app.listen(Number(process.env.PORT), '127.0.0.1');
