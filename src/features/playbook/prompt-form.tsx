/** A prompt as a form, with the text as it becomes beside it. Nothing typed is kept anywhere but in the page. */
import { Button, Checkbox, Field, makeStyles, Select, Switch, tokens } from '@fluentui/react-components';
import { CopyRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import { ApiError, useApi } from '../../tab/api.ts';
import { copied } from '../../tab/parts/copied.ts';
import { Failed } from '../../tab/parts/states.tsx';
import { useWords } from '../../tab/words.ts';
import type { FillBody, FillReply, PromptReading, ScenarioWhole } from './contract.ts';
import { CopiedText } from './copied-text.tsx';
import { FillWarning } from './fill-warning.tsx';
import { PromptText } from './prompt-text.tsx';
import { VariableField } from './variable-field.tsx';

const useStyles = makeStyles({
  columns: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(22rem, 100%), 1fr))',
    gap: tokens.spacingHorizontalXXL,
    alignItems: 'start',
    marginTop: tokens.spacingVerticalM,
  },
  form: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalM,
    minWidth: 0,
  },
  /** A long choice shortens itself instead of widening the page. */
  field: {
    gridTemplateColumns: 'minmax(0, 1fr)',
    '& select': { minWidth: 0, width: '100%', textOverflow: 'ellipsis' },
  },
  rules: { margin: 0, paddingLeft: tokens.spacingHorizontalL },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

type Values = Readonly<Record<string, string>>;

interface Props {
  readonly scenario: ScenarioWhole;
  readonly prompt: PromptReading;
  readonly typed: Values | undefined;
  readonly type: (values: Values) => void;
}

const startsOf = ({ variables }: PromptReading, pick: 'start' | 'example'): Values =>
  Object.fromEntries(variables.map((variable) => [variable.name, variable[pick]]));

export function PromptForm({ scenario, prompt, typed, type }: Props) {
  const words = useWords();
  const styles = useStyles();
  const values = typed ?? startsOf(prompt, 'start');
  const filling = useFilling(scenario, prompt, values);
  const { answer, error } = filling;
  const change = (next: Values) => {
    filling.forget();
    type(next);
  };
  return (
    <div className={styles.columns}>
      <form
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          filling.send();
        }}
      >
        {prompt.variables.map((variable) => (
          <VariableField
            key={variable.name}
            variable={variable}
            value={values[variable.name] ?? ''}
            problem={filling.problemAt(`values.${variable.name}`)}
            change={(value) => change({ ...values, [variable.name]: value })}
          />
        ))}
        {scenario.tools.length > 1 && <ToolField scenario={scenario} filling={filling} />}
        {scenario.confirms.length > 0 && <Confirm scenario={scenario} filling={filling} />}
        <Switch
          checked={filling.isTimed}
          label={words('playbook.timed')}
          onChange={(_, { checked }) => filling.setTimed(checked)}
        />
        {error !== undefined && <Failed error={error} />}
        {answer?.kind === 'warning' && <FillWarning warning={answer} back={filling.forget} go={filling.send} />}
        <div className={styles.buttons}>
          {answer?.kind !== 'warning' && (
            <Button
              type="submit"
              appearance="primary"
              icon={<CopyRegular />}
              disabled={!scenario.mayUse || filling.isBusy}
            >
              {words('playbook.copy')}
            </Button>
          )}
          {prompt.variables.length > 0 && (
            <Button onClick={() => change(startsOf(prompt, 'example'))}>{words('playbook.tryExample')}</Button>
          )}
        </div>
        {answer?.kind === 'filled' && <CopiedText answer={answer} isCopied={filling.isCopied} />}
      </form>
      <PromptText prompt={prompt} values={answer?.kind === 'filled' ? answer.values : values} />
    </div>
  );
}

type Filling = ReturnType<typeof useFilling>;

function useFilling({ id, isTimed: timedAtFirst }: ScenarioWhole, prompt: PromptReading, values: Values) {
  const api = useApi();
  const [answer, setAnswer] = useState<FillReply>();
  const [error, setError] = useState<unknown>();
  const [isBusy, setBusy] = useState(false);
  const [isCopied, setCopied] = useState(false);
  const [toolId, setTool] = useState<string>();
  const [confirmed, setConfirmed] = useState(false);
  const [isTimed, setTimed] = useState(timedAtFirst);
  const forget = () => {
    setAnswer(undefined);
    setError(undefined);
  };
  async function send(go?: FillBody['go']) {
    const body: FillBody = {
      promptId: prompt.id,
      values,
      confirmed,
      isTimed,
      ...(toolId ? { toolId } : {}),
      ...(go ? { go } : {}),
    };
    setBusy(true);
    try {
      const reply = await api.send<FillReply>(`/api/scenarios/${id}/fill`, { body });
      setError(undefined);
      setCopied(reply.kind === 'filled' && (await copied(reply.text)));
      setAnswer(reply);
    } catch (failed) {
      setError(failed);
    } finally {
      setBusy(false);
    }
  }
  const fields = error instanceof ApiError ? error.fields : [];
  const problemAt = (path: string) => fields.find((field) => field.path === path)?.message;
  const tick = { confirmed, setConfirmed, isTimed, setTimed };
  return { answer, error, isBusy, isCopied, toolId, setTool, ...tick, forget, send, problemAt };
}

function ToolField({ scenario: { tools }, filling }: { scenario: ScenarioWhole; filling: Filling }) {
  const words = useWords();
  const styles = useStyles();
  return (
    <Field label={words('playbook.whichTool')} className={styles.field}>
      <Select
        value={filling.toolId ?? tools[0]?.id ?? ''}
        onChange={(_, { value }) => {
          filling.forget();
          filling.setTool(value);
        }}
      >
        {tools.map(({ id, name, sign, word }) => (
          <option key={id} value={id}>
            {name}: {sign} {word}
          </option>
        ))}
      </Select>
    </Field>
  );
}

function Confirm({ scenario: { confirms }, filling }: { scenario: ScenarioWhole; filling: Filling }) {
  const words = useWords();
  const styles = useStyles();
  const problem = filling.problemAt('confirmed');
  return (
    <Field {...(problem ? { validationMessage: problem } : {})}>
      <ul className={styles.rules} id="rules-to-keep">
        {confirms.map((rule) => (
          <li key={rule}>{rule}</li>
        ))}
      </ul>
      <Checkbox
        checked={filling.confirmed}
        aria-describedby="rules-to-keep"
        onChange={(_, { checked }) => filling.setConfirmed(checked === true)}
        label={words('playbook.confirm')}
      />
    </Field>
  );
}
