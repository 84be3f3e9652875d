/** The score of a workflow as a first choice (product 7.10), computed alike by the server and by the page while one types. Pure. */

export const scoreWords = ['good', 'possible', 'notFirst'] as const;

/** Each part as it is shown; the points are the rounded sum of the parts as they are. */
export interface Score {
  readonly points: number;
  readonly word: (typeof scoreWords)[number];
  /** Hours of the month that go into it. */
  readonly hours: number;
  readonly parts: readonly {
    readonly name: (typeof scoreParts)[number];
    readonly points: number;
    readonly most: number;
  }[];
}

export const scoreParts = ['often', 'hours', 'judgeable'] as const;
const often = { runs: 8, most: 30 };
const much = { hours: 40, most: 30 };
const judged = { yes: 40, partly: 20, no: 0 } as const;

export interface ScoredNumbers {
  readonly runsPerPersonPerMonth: number;
  readonly people: number;
  readonly minutesPerRun: number;
  readonly judgeable: 'yes' | 'partly' | 'no';
}

export function scoreOf({ runsPerPersonPerMonth, people, minutesPerRun, judgeable }: ScoredNumbers): Score {
  const hours = (runsPerPersonPerMonth * people * minutesPerRun) / 60;
  const parts = [
    { name: 'often', points: Math.min(runsPerPersonPerMonth / often.runs, 1) * often.most, most: often.most },
    { name: 'hours', points: Math.min(hours / much.hours, 1) * much.most, most: much.most },
    { name: 'judgeable', points: judged[judgeable], most: judged.yes },
  ] as const;
  const points = Math.round(parts.reduce((sum, part) => sum + part.points, 0));
  return {
    ...{ points, word: wordFor(points), hours: Math.round(hours) },
    parts: parts.map((part) => ({ ...part, points: Math.round(part.points) })),
  };
}

const wordFor = (points: number): Score['word'] => (points > 70 ? 'good' : points >= 40 ? 'possible' : 'notFirst');
