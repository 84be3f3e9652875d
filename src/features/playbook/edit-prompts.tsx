/** The second screen: the prompts with their fields. A field comes by writing {{name}} in the text. */
import { Button, Card, makeStyles, Text, tokens } from '@fluentui/react-components';
import { DeleteRegular } from '@fluentui/react-icons';
import { useWords } from '../../tab/words.ts';
import type { Values } from './draft-values.tsx';
import { AddButton, PickIn, TextIn, useEditStyles } from './edit-fields.tsx';
import { Fold } from './edit-fold.tsx';
import type { Screen } from './edit-task.tsx';
import { VariableFields } from './edit-variable.tsx';

export type DraftPrompt = NonNullable<Values['prompts']>[number];
export type DraftVariable = DraftPrompt['variables'][number];

const useStyles = makeStyles({
  head: { display: 'flex', justifyContent: 'space-between', alignItems: 'center', gap: tokens.spacingHorizontalS },
  heading: { margin: 0, fontSize: tokens.fontSizeBase400 },
  quiet: { color: tokens.colorNeutralForeground2 },
});

export function PromptScreen({ draft: { values, change } }: Screen) {
  const words = useWords();
  const prompts = values.prompts ?? [];
  const set = (next: DraftPrompt[]) => change('prompts', next);
  return (
    <Fold path="prompts" label={words('draft.prompts')}>
      {order(prompts).map(({ prompt, at }) => (
        <PromptFields
          key={prompt.id}
          prompt={prompt}
          at={at}
          change={(next) => set(prompts.map((each, nth) => (nth === at ? next : each)))}
          remove={prompts.length > 1 ? () => set(prompts.filter((_, nth) => nth !== at)) : undefined}
        />
      ))}
      <AddButton label={words('draft.addPrompt')} press={() => set([...prompts, blank(prompts)])} />
    </Fold>
  );
}

const purposes = ['draft', 'refine', 'check'] as const;

/** As they are used: draft, refine, check; each keeps its place in the list. */
const order = (prompts: readonly DraftPrompt[]) =>
  prompts
    .map((prompt, at) => ({ prompt, at }))
    .toSorted((a, b) => purposes.indexOf(a.prompt.purpose) - purposes.indexOf(b.prompt.purpose));

const blank = (prompts: readonly DraftPrompt[]): DraftPrompt => ({
  id: crypto.randomUUID(),
  purpose: purposes.find((purpose) => !prompts.some((each) => each.purpose === purpose)) ?? 'refine',
  title: '',
  text: '',
  variables: [],
});

interface Props {
  readonly prompt: DraftPrompt;
  readonly at: number;
  readonly change: (prompt: DraftPrompt) => void;
  readonly remove: (() => void) | undefined;
}

function PromptFields({ prompt, at, change, remove }: Props) {
  const words = useWords();
  const styles = useStyles();
  const shared = useEditStyles();
  const path = `prompts.${at}`;
  const options = purposes.map((id) => ({ id, title: words(`draft.purpose.${id}`) }));
  return (
    <Card>
      <div className={styles.head}>
        <h3 className={styles.heading}>{words(`draft.purpose.${prompt.purpose}`)}</h3>
        {remove && (
          <Button
            appearance="subtle"
            icon={<DeleteRegular />}
            aria-label={words('draft.remove', { name: prompt.title || words(`draft.purpose.${prompt.purpose}`) })}
            onClick={remove}
          />
        )}
      </div>
      <div className={shared.pair}>
        <PickIn
          path={`${path}.purpose`}
          label={words('draft.promptPurpose')}
          options={options}
          isNeeded
          value={prompt.purpose}
          change={(id) => change({ ...prompt, purpose: purposes.find((each) => each === id) ?? prompt.purpose })}
        />
        <TextIn
          path={`${path}.title`}
          label={words('draft.promptTitle')}
          value={prompt.title}
          change={(title) => change({ ...prompt, title })}
        />
      </div>
      <TextIn
        path={`${path}.text`}
        label={words('draft.promptText')}
        hint={words('draft.promptHint', { example: '{{jobTitle}}' })}
        rows={10}
        value={prompt.text}
        change={(text) => change({ ...prompt, text })}
        leave={() => change(withNewFields(prompt))}
      />
      <Fold path={`${path}.variables`} label={words('draft.variables')}>
        {prompt.variables.length === 0 && (
          <Text size={200} className={styles.quiet}>
            {words('draft.noVariables')}
          </Text>
        )}
        {prompt.variables.map((variable, nth) => (
          <VariableFields
            key={variable.name}
            variable={variable}
            path={`${path}.variables.${nth}`}
            change={(next) =>
              change({ ...prompt, variables: prompt.variables.map((each, here) => (here === nth ? next : each)) })
            }
            remove={() => change({ ...prompt, variables: prompt.variables.filter((_, here) => here !== nth) })}
          />
        ))}
      </Fold>
    </Card>
  );
}

const placeholder = /\{\{\s*([a-z][a-zA-Z0-9]{0,39})\s*\}\}/g;

/** A field for each name in the text that has none yet. */
function withNewFields(prompt: DraftPrompt): DraftPrompt {
  const known = new Set(prompt.variables.map(({ name }) => name));
  const used = new Set([...prompt.text.matchAll(placeholder)].map(([, name = '']) => name));
  const fresh = [...used].filter((name) => !known.has(name)).map(fieldNamed);
  return fresh.length === 0 ? prompt : { ...prompt, variables: [...prompt.variables, ...fresh] };
}

const fieldNamed = (name: string): DraftVariable => ({
  name,
  label: labelOf(name),
  kind: 'longText',
  required: true,
  example: '',
  maxChars: 2000,
  mayHoldPersonalData: true,
});

/** `jobTitle` reads "Job title". */
function labelOf(name: string): string {
  const spaced = name.replaceAll(/([A-Z])/g, ' $1').toLowerCase();
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}
