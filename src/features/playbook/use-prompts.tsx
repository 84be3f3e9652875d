/** The prompts of a scenario: pick one, fill it in, see it as it becomes, take it along. */
import { MessageBar, MessageBarBody, makeStyles, Tab, TabList, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useWords } from '../../tab/words.ts';
import type { ScenarioWhole } from './contract.ts';
import { PromptForm } from './prompt-form.tsx';

const useStyles = makeStyles({
  box: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalL,
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    background: tokens.colorNeutralBackground1,
    minWidth: 0,
  },
  heading: { margin: 0, fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500 },
  tab: { maxWidth: '100%', textAlign: 'start' },
  tabs: { flexWrap: 'wrap', marginLeft: `calc(-1 * ${tokens.spacingHorizontalM})` },
});

export function UsePrompts({ scenario }: { scenario: ScenarioWhole }) {
  const words = useWords();
  const styles = useStyles();
  const { prompts } = scenario;
  const [chosen, choose] = useState(prompts[0]?.id);
  /** What was typed stays while one looks at another prompt; it is nowhere but in this page. */
  const [typed, setTyped] = useState<Readonly<Record<string, Readonly<Record<string, string>>>>>({});
  const prompt = prompts.find(({ id }) => id === chosen) ?? prompts[0];
  if (!prompt) return null;
  return (
    <section className={styles.box} aria-labelledby="use-heading">
      <h2 id="use-heading" className={styles.heading}>
        {words('playbook.useIt')}
      </h2>
      {!scenario.mayUse && (
        <MessageBar intent="info" layout="multiline">
          <MessageBarBody>{words('playbook.cannotUse')}</MessageBarBody>
        </MessageBar>
      )}
      <TabList
        className={styles.tabs}
        selectedValue={prompt.id}
        onTabSelect={(_, { value }) => choose(String(value))}
        size="small"
      >
        {prompts.map(({ id, purpose, title }) => (
          <Tab key={id} id={`prompt-tab-${id}`} value={id} className={styles.tab}>
            {words(`playbook.purpose.${purpose}`, { title })}
          </Tab>
        ))}
      </TabList>
      <div role="tabpanel" aria-labelledby={`prompt-tab-${prompt.id}`}>
        <Text size={200}>{words('playbook.notKept')}</Text>
        <PromptForm
          key={prompt.id}
          scenario={scenario}
          prompt={prompt}
          typed={typed[prompt.id]}
          type={(values) => setTyped({ ...typed, [prompt.id]: values })}
        />
      </div>
    </section>
  );
}
