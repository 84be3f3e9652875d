/** One scenario as it is read: the six questions at a glance, its prompts to use, the rest one press away. */
import { Button, Link as Looks, MessageBar, MessageBarBody, makeStyles, Text } from '@fluentui/react-components';
import { EditRegular, FlagRegular, HistoryRegular, PrintRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import { Link } from 'wouter';
import { useData } from '../../tab/api.ts';
import { Frame } from '../../tab/parts/frame.tsx';
import { Empty, Failed, Loading } from '../../tab/parts/states.tsx';
import { useWords } from '../../tab/words.ts';
import { BackToPlaybook } from './back.tsx';
import type { ScenarioNeutral, ScenarioReading, ScenarioWhole } from './contract.ts';
import { FlagForm } from './flag-form.tsx';
import { GuideFiles } from './guide-files.tsx';
import { Glance } from './reading-glance.tsx';
import { Sections } from './reading-sections.tsx';
import { ReadingWins } from './reading-wins.tsx';
import { UsePrompts } from './use-prompts.tsx';

const useStyles = makeStyles({
  lead: { maxWidth: '48rem' },
});

export function ReadingPage({ id }: { id: string }) {
  const words = useWords();
  const { data, error, mutate } = useData<ScenarioReading>(`/api/scenarios/${id}`);
  if (data?.kind === 'whole') return <Whole scenario={data} />;
  return (
    <Frame title={data?.heading ?? words('playbook.scenario')}>
      <BackToPlaybook />
      {error && <Failed error={error} retry={() => mutate()} />}
      {!data && !error && <Loading />}
      {data && <Neutral {...data} />}
    </Frame>
  );
}

function Neutral({ heading, text, instead }: ScenarioNeutral) {
  const words = useWords();
  return (
    <Empty title={heading} text={text}>
      {instead && (
        <Link href={`/playbook/s/${instead.id}`} asChild>
          <Looks>{words('playbook.instead', { title: instead.title })}</Looks>
        </Link>
      )}
    </Empty>
  );
}

function Whole({ scenario }: { scenario: ScenarioWhole }) {
  const words = useWords();
  const styles = useStyles();
  const [isFlagging, setFlagging] = useState(false);
  const first = scenario.tools[0];
  return (
    <Frame title={scenario.title} actions={<Actions scenario={scenario} flag={() => setFlagging(true)} />}>
      <BackToPlaybook />
      {isFlagging && (
        <FlagForm
          close={() => setFlagging(false)}
          about={{ scenarioId: scenario.id, toolId: first?.id ?? '', dataClassId: scenario.dataClass.id }}
        />
      )}
      {scenario.hold !== '' && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{words('playbook.onHold', { reason: scenario.hold })}</MessageBarBody>
        </MessageBar>
      )}
      <Text as="p" size={400} className={styles.lead} style={{ margin: 0 }}>
        {scenario.helpsYou}
      </Text>
      <GuideFiles id={scenario.id} />
      <Glance scenario={scenario} />
      <UsePrompts scenario={scenario} />
      <Sections scenario={scenario} />
      <ReadingWins id={scenario.id} />
    </Frame>
  );
}

function Actions({ scenario: { id, mayEdit }, flag }: { scenario: ScenarioWhole; flag: () => void }) {
  const words = useWords();
  return (
    <>
      <Button icon={<FlagRegular />} onClick={flag}>
        {words('playbook.flag')}
      </Button>
      <Link href={`/playbook/s/${id}/print`} asChild>
        <Button as="a" icon={<PrintRegular />}>
          {words('playbook.print')}
        </Button>
      </Link>
      <Link href={`/playbook/s/${id}/versions`} asChild>
        <Button as="a" icon={<HistoryRegular />}>
          {words('playbook.versions')}
        </Button>
      </Link>
      {mayEdit && (
        <Link href={`/playbook/s/${id}/edit`} asChild>
          <Button as="a" icon={<EditRegular />}>
            {words('playbook.edit')}
          </Button>
        </Link>
      )}
    </>
  );
}
