/** A worksheet as a form: how often, how many, how long, and who can tell a good result; its score in three parts beside it. */
import { Input, makeStyles, Radio, RadioGroup, Textarea, tokens } from '@fluentui/react-components';
import type { WrongField } from '../api.ts';
import { useWords } from '../words.ts';
import { Labelled } from './labelled.tsx';

const judgements = ['yes', 'partly', 'no'] as const;

/** As the form holds it: numbers are text until they are sent. */
export interface TypedWorksheet {
  readonly runsPerPersonPerMonth: string;
  readonly people: string;
  readonly minutesPerRun: string;
  readonly judgeable: '' | (typeof judgements)[number];
  readonly judgedBy: string;
  readonly judgedHow: string;
}

interface Numbers {
  readonly runsPerPersonPerMonth: number;
  readonly people: number;
  readonly minutesPerRun: number;
  readonly judgeable: (typeof judgements)[number];
  readonly judgedBy: string;
  readonly judgedHow: string;
}

const noWorksheet: TypedWorksheet = {
  ...{ runsPerPersonPerMonth: '', people: '', minutesPerRun: '', judgeable: '', judgedBy: '', judgedHow: '' },
};

export const typedWorksheet = (sheet: Numbers | undefined): TypedWorksheet =>
  sheet
    ? {
        ...{ judgeable: sheet.judgeable, judgedBy: sheet.judgedBy, judgedHow: sheet.judgedHow },
        ...{ runsPerPersonPerMonth: String(sheet.runsPerPersonPerMonth), people: String(sheet.people) },
        minutesPerRun: String(sheet.minutesPerRun),
      }
    : noWorksheet;

const numberIn = (text: string): number => Number(text.replace(',', '.'));

/** As it is sent; what is missing is said by the server. */
export const sentWorksheet = (typed: TypedWorksheet): object => ({
  ...{ runsPerPersonPerMonth: numberIn(typed.runsPerPersonPerMonth), people: numberIn(typed.people) },
  ...{ minutesPerRun: numberIn(typed.minutesPerRun), judgedBy: typed.judgedBy, judgedHow: typed.judgedHow },
  ...(typed.judgeable === '' ? {} : { judgeable: typed.judgeable }),
});

const useStyles = makeStyles({
  numbers: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(9rem, 100%), 1fr))',
    gap: tokens.spacingHorizontalM,
    alignItems: 'end',
  },
  input: { minWidth: 0, width: '100%', '& input': { minWidth: 0, width: '100%' } },
});

interface Props {
  readonly typed: TypedWorksheet;
  readonly problems: readonly WrongField[];
  readonly change: (part: Partial<TypedWorksheet>) => void;
}

const numbers = ['runsPerPersonPerMonth', 'people', 'minutesPerRun'] as const;

export function WorksheetFields({ typed, problems, change }: Props) {
  const words = useWords();
  const styles = useStyles();
  const place = (name: string) => ({ path: `worksheet.${name}`, problems });
  return (
    <>
      <div className={styles.numbers}>
        {numbers.map((name) => (
          <Labelled key={name} {...place(name)} label={words(`worksheet.${name}`)} required>
            <Input
              className={styles.input}
              inputMode="decimal"
              value={typed[name]}
              onChange={(_, { value }) => change({ [name]: value })}
            />
          </Labelled>
        ))}
      </div>
      <Labelled {...place('judgeable')} label={words('worksheet.judgeable')} required>
        <RadioGroup
          value={typed.judgeable}
          onChange={(_, { value }) => change({ judgeable: judgements.find((one) => one === value) ?? '' })}
        >
          {judgements.map((one) => (
            <Radio key={one} value={one} label={words(`worksheet.is.${one}`)} />
          ))}
        </RadioGroup>
      </Labelled>
      <Labelled {...place('judgedBy')} label={words('worksheet.judgedBy')} required>
        <Input
          className={styles.input}
          value={typed.judgedBy}
          maxLength={80}
          onChange={(_, { value }) => change({ judgedBy: value })}
        />
      </Labelled>
      <Labelled {...place('judgedHow')} label={words('worksheet.judgedHow')} required>
        <Textarea
          value={typed.judgedHow}
          maxLength={240}
          rows={2}
          resize="vertical"
          onChange={(_, { value }) => change({ judgedHow: value })}
        />
      </Labelled>
    </>
  );
}
