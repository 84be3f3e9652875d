/** A scenario on one sheet of paper: seen as it will be printed, without the tab around it. */
import { FluentProvider, Link as Looks, Text, teamsLightTheme } from '@fluentui/react-components';
import { Link } from 'wouter';
import { useData } from '../../tab/api.ts';
import { Frame } from '../../tab/parts/frame.tsx';
import { usePaper } from '../../tab/parts/paper.ts';
import { PrintButton } from '../../tab/parts/print-button.tsx';
import { Empty, Failed, Loading } from '../../tab/parts/states.tsx';
import { useReader } from '../../tab/reader.ts';
import { useWords } from '../../tab/words.ts';
import type { ScenarioReading } from './contract.ts';
import { GuideFiles } from './guide-files.tsx';
import { PrintSheet, sheetClass } from './print-sheet.tsx';

export function PrintPage({ id }: { id: string }) {
  usePaper(sheetClass);
  const words = useWords();
  const { host } = useReader();
  const { data, error, mutate } = useData<ScenarioReading>(`/api/scenarios/${id}`);
  const path = `/playbook/s/${id}`;
  return (
    <Frame
      title={words('playbook.printTitle')}
      actions={data?.kind === 'whole' && <PrintButton label={words('playbook.print')} />}
    >
      <nav aria-label={words('playbook.way')}>
        <Link href={path} asChild>
          <Looks>‹ {data?.kind === 'whole' ? data.title : words('playbook.scenario')}</Looks>
        </Link>
      </nav>
      {error && <Failed error={error} retry={() => mutate()} />}
      {!data && !error && <Loading />}
      {data?.kind === 'neutral' && <Empty title={data.heading} text={data.text} />}
      {data?.kind === 'whole' && (
        <>
          <GuideFiles id={id} />
          <Text size={200}>
            {words('playbook.printHint')}{' '}
            <Looks inline href={host.linkTo(`${path}/print`)} target="_blank" rel="noreferrer">
              {words('playbook.printElsewhere')}
            </Looks>
          </Text>
          <FluentProvider theme={teamsLightTheme}>
            <PrintSheet scenario={data} />
          </FluentProvider>
        </>
      )}
    </Frame>
  );
}
