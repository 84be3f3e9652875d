/** The worksheet of a workflow with its score: typed by its owner, read by everybody else who sees it. */
import { Button, MessageBar, MessageBarBody, makeStyles, Text, tokens } from '@fluentui/react-components';
import { type FormEvent, useState } from 'react';
import { useApi } from '../../tab/api.ts';
import { useProblems } from '../../tab/parts/problems.ts';
import { sentenceOf } from '../../tab/parts/states.tsx';
import { isOvertaken } from '../../tab/parts/work.ts';
import { sentWorksheet, typedWorksheet, WorksheetFields } from '../../tab/parts/worksheet-fields.tsx';
import { WorksheetScore } from '../../tab/parts/worksheet-score.tsx';
import { useWords } from '../../tab/words.ts';
import { type OpenWork, Part, type WorkProps } from './work-page.tsx';

const useStyles = makeStyles({
  sheet: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalL,
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    background: tokens.colorNeutralBackground1,
  },
  start: { justifySelf: 'start' },
  quiet: { color: tokens.colorNeutralForeground2 },
  facts: { margin: 0, display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', '& dd': { margin: 0 } },
});

export function WorkSheet(props: WorkProps) {
  const words = useWords();
  const styles = useStyles();
  const { work } = props;
  const { mayEdit, worksheet } = work;
  const isOpen = mayEdit && (work.stage.id === 'candidate' || work.stage.id === 'pilot');
  return (
    <Part title={words('worksheet.title')}>
      {isOpen ? (
        <SheetForm key={work.version} {...props} />
      ) : worksheet ? (
        <div className={styles.sheet}>
          <WorksheetScore typed={typedWorksheet(worksheet)} />
          <dl className={styles.facts}>
            <dt className={styles.quiet}>{words('worksheet.judgedBy')}</dt>
            <dd>{worksheet.judgedBy}</dd>
            <dt className={styles.quiet}>{words('worksheet.judgedHow')}</dt>
            <dd>{worksheet.judgedHow}</dd>
          </dl>
        </div>
      ) : (
        <Text className={styles.quiet}>{words('worksheet.none')}</Text>
      )}
    </Part>
  );
}

function SheetForm({ work, show, again }: WorkProps) {
  const words = useWords();
  const styles = useStyles();
  const api = useApi();
  const [typed, setTyped] = useState(() => typedWorksheet(work.worksheet));
  const problems = useProblems();
  const save = async (event: FormEvent) => {
    event.preventDefault();
    problems.clear();
    const sent = { method: 'PATCH', body: { worksheet: sentWorksheet(typed) }, version: work.version } as const;
    try {
      await show(await api.send<OpenWork>(`/api/workflows/${work.id}`, sent));
    } catch (failed) {
      if (isOvertaken(problems.failed(failed))) await again();
    }
  };
  const { isExample } = work;
  return (
    <form className={styles.sheet} noValidate aria-label={words('worksheet.title')} onSubmit={save}>
      {isExample && <Text>{words('worksheet.example')}</Text>}
      <WorksheetScore typed={typed} />
      <WorksheetFields
        typed={typed}
        problems={problems.fields}
        change={(part) => {
          problems.mend(Object.keys(part).map((name) => `worksheet.${name}`));
          setTyped((before) => ({ ...before, ...part }));
        }}
      />
      {problems.isOpen && (
        <MessageBar intent="error" layout="multiline" role="alert">
          <MessageBarBody>
            {problems.fields.length > 0 ? words('work.lookAtFields') : sentenceOf(problems.error, words)}{' '}
            {words('work.keptTyped')}
          </MessageBarBody>
        </MessageBar>
      )}
      <Button className={styles.start} type="submit" appearance={isExample ? 'primary' : 'secondary'}>
        {words(isExample ? 'worksheet.fits' : 'worksheet.save')}
      </Button>
    </form>
  );
}
