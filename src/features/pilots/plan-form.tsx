/** The form of a plan: what it is called and for, with whom, for how long, with which scenarios; targets when somebody has them. */
import { MessageBar, MessageBarBody, makeStyles, Text, tokens } from '@fluentui/react-components';
import { type Sending, TypedForm, useTyped } from '../../tab/parts/typed-form.tsx';
import { useWords } from '../../tab/words.ts';
import type { PilotOptions, PlanPart } from './contract.ts';
import { PlanMore, PlanPeople, PlanScenarios, PlanWho, PlanWords } from './plan-fields.tsx';
import type { TypedPlan } from './plan-typed.tsx';

const useStyles = makeStyles({
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL },
});

interface Props extends Pick<Sending<TypedPlan>, 'begin' | 'send' | 'again'> {
  readonly open: PlanPart;
  readonly options: PilotOptions;
  readonly go: string;
}

export function PlanForm({ begin, open, options, go, send, again }: Props) {
  const words = useWords();
  const { typed, change, problems, frame } = useTyped({ begin, send, again, pathsOf });
  const workflow = options.workflows.find(({ id }) => id === typed.workflowId);
  const fields = { typed, change, options, problems };
  return (
    <TypedForm frame={frame} go={go}>
      {open === 'all' && workflow && workflow.missing.length > 0 && <Missing workflow={workflow} />}
      <PlanWords {...fields} isNew={again === undefined} />
      {open === 'all' && <PlanPeople {...fields} />}
      {open !== 'words' && <PlanWho {...fields} />}
      {open !== 'words' && <PlanScenarios {...fields} />}
      {open !== 'words' && <PlanMore {...fields} />}
      {open === 'asked' && <Text>{words('pilot.askedAlready')}</Text>}
    </TypedForm>
  );
}

const pathsOf = (name: string): string[] => [name === 'people' ? 'memberIds' : name, `targets.${name}`];

/** What of the workflow itself stands in the way: it may be planned all the same. */
function Missing({ workflow: { missing } }: { workflow: PilotOptions['workflows'][number] }) {
  const words = useWords();
  const styles = useStyles();
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        {words('pilot.firstWorkflow')}
        <ul className={styles.list}>
          {missing.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </MessageBarBody>
    </MessageBar>
  );
}
