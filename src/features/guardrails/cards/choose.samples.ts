/** Faces of the question for tool and data. */
import type { z } from 'zod';
import { filler } from '../../../core/samples.ts';
import type { chooseData } from './choose.card.ts';

type ChooseData = z.input<typeof chooseData>;

const usual: ChooseData = {
  summary: 'Can I use it?',
  heading: 'Can I use it?',
  note: 'Pick the tool and the most sensitive data in it.',
  toolId: '',
  dataClassId: '',
  tools: [
    { title: 'Copilot Chat', choiceId: 'tool-1' },
    { title: 'Microsoft 365 Copilot', choiceId: 'tool-2' },
    { title: 'ChatGPT, own account', choiceId: 'tool-3' },
  ],
  classes: [
    { title: 'Public: published job ad, text from our website, press notice', choiceId: 'class-1' },
    { title: 'Internal: work plan, report without names, process note', choiceId: 'class-2' },
    { title: 'Confidential: interview notes, price list, contract', choiceId: 'class-3' },
    { title: "I don't know: treat it as sensitive for now", choiceId: 'unknown' },
  ],
  offersRequest: false,
  askedTool: '',
};

export const chooseSamples: Record<string, ChooseData> = {
  usual,
  empty: { ...usual, tools: [], classes: usual.classes.slice(-1) },
  notOnTheList: {
    ...usual,
    note: 'I could not tell tool and data from "notebot". Pick them here.',
    offersRequest: true,
    askedTool: 'notebot',
  },
  longest: {
    ...usual,
    note: `I could not tell tool and data from "${filler(180)}". Pick them here.`,
    toolId: 'tool-9',
    dataClassId: 'class-3',
    tools: Array.from({ length: 40 }, (_, at) => ({ title: `Tool ${at + 1}: ${filler(60)}`, choiceId: `tool-${at}` })),
    classes: usual.classes.map((c) => ({ ...c, title: `${c.title}, ${filler(200)}` })),
  },
  rightToLeft: { ...usual, note: 'لم أفهم "ملاحظات المقابلة". اختر من القائمة.' },
};
