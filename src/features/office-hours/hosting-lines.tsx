/** What came up without having been a topic: up to three lines, a next step with who does it and until when. */
import { Button, Field, Input, makeStyles, Select, tokens } from '@fluentui/react-components';
import { AddRegular, DeleteRegular } from '@fluentui/react-icons';
import { useWords } from '../../tab/words.ts';
import type { SessionHosting } from './session-contract.ts';

export const lineKinds = ['action', 'discovery', 'decisionProposed'] as const;

export interface Line {
  /** Tells lines apart while they are typed. */
  readonly key: number;
  readonly kind: (typeof lineKinds)[number];
  readonly text: string;
  readonly ownerId?: string;
  readonly dueOn?: string;
}

const mostLines = 3;

const useStyles = makeStyles({
  lines: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalM },
  line: {
    margin: 0,
    minWidth: 0,
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(11rem, 100%), 1fr))',
    gap: tokens.spacingHorizontalM,
    alignItems: 'end',
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    background: tokens.colorNeutralBackground1,
  },
  text: { gridColumn: '1 / -1' },
  start: { justifySelf: 'start' },
  narrow: { minWidth: 0, '& input': { minWidth: 0 }, '& select': { minWidth: 0, width: '100%' } },
});

type Problem = (path: string) => object;

interface Props {
  readonly lines: readonly Line[];
  readonly asked: NonNullable<SessionHosting['recap']>;
  readonly problem: Problem;
  readonly change: (lines: readonly Line[]) => void;
}

export function Lines({ lines, asked, problem, change }: Props) {
  const styles = useStyles();
  const words = useWords();
  const add = () => change([...lines, begun(lines, asked)]);
  return (
    <div className={styles.lines}>
      {lines.map((line, at) => (
        <One
          key={line.key}
          line={line}
          number={at + 1}
          people={asked.people}
          problem={(field) => problem(`lines.${at}.${field}`)}
          put={(next) => change(lines.map((each) => (each === line ? next : each)))}
          remove={() => change(lines.filter((each) => each !== line))}
        />
      ))}
      {lines.length < mostLines && (
        <Button className={styles.start} size="small" icon={<AddRegular />} onClick={add}>
          {words('hours.addLine')}
        </Button>
      )}
    </div>
  );
}

const begun = (lines: readonly Line[], { people, usualDue }: Props['asked']): Line => ({
  key: Math.max(0, ...lines.map(({ key }) => key)) + 1,
  ...{ kind: 'action', text: '', ownerId: people[0]?.id ?? '', dueOn: usualDue },
});

interface OneProps {
  readonly line: Line;
  readonly number: number;
  readonly people: Props['asked']['people'];
  readonly problem: Problem;
  readonly put: (line: Line) => void;
  readonly remove: () => void;
}

function One({ line, number, people, problem, put, remove }: OneProps) {
  const styles = useStyles();
  const words = useWords();
  return (
    <fieldset className={styles.line} aria-label={words('hours.line', { number })}>
      <Field className={styles.text} label={words('hours.line', { number })} {...problem('text')}>
        <Input value={line.text} onChange={(_, { value }) => put({ ...line, text: value })} />
      </Field>
      <Field className={styles.narrow} label={words('hours.lineKind')}>
        <Select
          value={line.kind}
          onChange={(_, { value }) => put({ ...line, kind: lineKinds.find((each) => each === value) ?? 'action' })}
        >
          {lineKinds.map((each) => (
            <option key={each} value={each}>
              {words(`hours.lineKind.${each}`)}
            </option>
          ))}
        </Select>
      </Field>
      {line.kind === 'action' && (
        <>
          <Field className={styles.narrow} label={words('hours.lineOwner')}>
            <Select value={line.ownerId ?? ''} onChange={(_, { value }) => put({ ...line, ownerId: value })}>
              {people.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </Select>
          </Field>
          <Field className={styles.narrow} label={words('hours.lineDue')} {...problem('dueOn')}>
            <Input type="date" value={line.dueOn ?? ''} onChange={(_, { value }) => put({ ...line, dueOn: value })} />
          </Field>
        </>
      )}
      <Button
        appearance="subtle"
        className={styles.start}
        icon={<DeleteRegular />}
        aria-label={words('hours.removeLine', { number })}
        onClick={remove}
      />
    </fieldset>
  );
}
