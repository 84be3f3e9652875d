/** The six parts of the set-up, in the order in which one thinks of them, kept with one press. */
import {
  Button,
  MessageBar,
  MessageBarBody,
  makeStyles,
  Text,
  tokens,
  typographyStyles,
} from '@fluentui/react-components';
import { type FormEvent, type ReactNode, useId, useRef, useState } from 'react';
import { ApiError, useApi, type WrongField } from '../../tab/api.ts';
import { sentenceOf } from '../../tab/parts/states.tsx';
import { isOvertaken } from '../../tab/parts/work.ts';
import { typedWorksheet } from '../../tab/parts/worksheet-fields.tsx';
import { useWords } from '../../tab/words.ts';
import type { OpenSetUp, SetUpProps } from './page.tsx';
import { Chairs, Members } from './set-up-people.tsx';
import { Sheet } from './set-up-sheet.tsx';
import { Answers, Tools } from './set-up-tools.tsx';
import { bodyOf, missingIn, type TypedSetUp, typedOf, type Workflow } from './set-up-typed.tsx';
import { Workflows } from './set-up-workflow.tsx';

const useStyles = makeStyles({
  form: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalL },
  part: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalL,
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    background: tokens.colorNeutralBackground1,
  },
  heading: { ...typographyStyles.subtitle1, margin: 0 },
  start: { justifySelf: 'start' },
});

export interface PartProps {
  readonly typed: TypedSetUp;
  readonly setUp: OpenSetUp;
  readonly workflow: Workflow | undefined;
  readonly problems: readonly WrongField[];
  readonly change: (part: Partial<TypedSetUp>) => void;
  /** Somebody of the host's list whom Fieldbook may not know. */
  readonly meet: (ids: readonly string[]) => void;
}

export function SetUpForm({ setUp, show, again, done }: SetUpProps & { done: () => void }) {
  const words = useWords();
  const styles = useStyles();
  const [typed, setTyped] = useState(() => typedOf(setUp));
  const strangers = useRef(new Set<string>());
  const { error, missing, isRunning, send } = useSending({ setUp, show, again, done });
  const workflow = setUp.workflows.find(({ id }) => id === typed.workflowId);
  const change = (part: Partial<TypedSetUp>) => setTyped((before) => ({ ...before, ...part }));
  const stillMissing = missingIn(typed, workflow).filter((path) => missing.includes(path));
  const problems = [
    ...stillMissing.map((path) => ({ path, error: 'field_required', message: words(`setup.missing.${path}`) })),
    ...(error?.fields ?? []),
  ];
  const parts: PartProps = {
    ...{ typed, setUp, workflow, problems, change },
    meet: (ids) => ids.forEach((id) => void strangers.current.add(id)),
  };
  const take = (next: Workflow) =>
    change({ workflowId: next.id, toolIds: [], answers: {}, isOwn: false, worksheet: typedWorksheet(next.worksheet) });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const body = bodyOf(typed, workflow, (id) => strangers.current.has(id));
    return send(body, missingIn(typed, workflow));
  };
  return (
    <form className={styles.form} noValidate aria-label={words('page.setup')} onSubmit={submit}>
      <Part number={1} title={words('setup.people')}>
        <Chairs {...parts} />
      </Part>
      <Part number={2} title={words('setup.workflow')}>
        <Workflows {...parts} take={take} />
      </Part>
      <Part number={3} title={words('setup.tools')}>
        {workflow ? <Tools {...parts} /> : <Text>{words('setup.workFirst')}</Text>}
      </Part>
      <Part number={4} title={words('setup.data')}>
        {workflow ? <Answers {...parts} /> : <Text>{words('setup.workFirst')}</Text>}
      </Part>
      <Part number={5} title={words('worksheet.title')}>
        {workflow ? <Sheet {...parts} /> : <Text>{words('setup.workFirst')}</Text>}
      </Part>
      <Part number={6} title={words('setup.members')}>
        <Members {...parts} />
      </Part>
      {(error || stillMissing.length > 0) && (
        <MessageBar intent="error" layout="multiline" role="alert">
          <MessageBarBody>
            {error && error.fields.length === 0 ? sentenceOf(error, words) : words('setup.lookAtFields')}{' '}
            {words('work.keptTyped')}
          </MessageBarBody>
        </MessageBar>
      )}
      <Button className={styles.start} type="submit" appearance="primary" size="large" disabledFocusable={isRunning}>
        {isRunning ? words('work.running') : words('setup.prepare')}
      </Button>
    </form>
  );
}

function useSending({ setUp, show, again, done }: SetUpProps & { done: () => void }) {
  const api = useApi();
  const [error, setError] = useState<ApiError>();
  const [missing, setMissing] = useState<readonly string[]>([]);
  const [isRunning, setRunning] = useState(false);
  async function send(body: object, lacks: readonly string[]) {
    setMissing(lacks);
    setError(undefined);
    if (lacks.length > 0) return;
    setRunning(true);
    try {
      await show(await api.send<OpenSetUp>('/api/setup', { body, version: setUp.version }));
      done();
      window.scrollTo({ top: 0 });
    } catch (failed) {
      const problem = failed instanceof ApiError ? failed : new ApiError('internal', '');
      setError(problem);
      if (isOvertaken(problem)) await again();
    } finally {
      setRunning(false);
    }
  }
  return { error, missing, isRunning, send };
}

function Part({ number, title, children }: { number: number; title: string; children: ReactNode }) {
  const styles = useStyles();
  const id = useId();
  return (
    <section className={styles.part} aria-labelledby={id}>
      <h2 id={id} className={styles.heading}>
        {number}. {title}
      </h2>
      {children}
    </section>
  );
}
