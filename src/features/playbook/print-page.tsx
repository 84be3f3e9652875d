/** A scenario on one sheet of paper: seen as it will be printed, without the tab around it. */
import { Button, FluentProvider, Link as Looks, Text, teamsLightTheme } from '@fluentui/react-components';
import { PrintRegular } from '@fluentui/react-icons';
import { useEffect } from 'react';
import { Link } from 'wouter';
import { useData } from '../../tab/api.ts';
import { Frame } from '../../tab/parts/frame.tsx';
import { Empty, Failed, Loading } from '../../tab/parts/states.tsx';
import { useReader } from '../../tab/reader.ts';
import { useWords } from '../../tab/words.ts';
import type { ScenarioReading } from './contract.ts';
import { GuideFiles } from './guide-files.tsx';
import { PrintSheet, sheetClass } from './print-sheet.tsx';

/** On paper the sheet stands alone: nothing of the tab around it takes room. */
const paper = `
@page { size: A4 portrait; margin: 11mm; }
@media print {
  html { color-scheme: light !important; }
  html, body, #root { height: auto !important; background: none !important; }
  body * { visibility: hidden; }
  body *:not(:has(.${sheetClass})):not(.${sheetClass}):not(.${sheetClass} *) { display: none !important; }
  body *:has(.${sheetClass}) { padding: 0 !important; margin: 0 !important; gap: 0 !important; display: block !important; min-height: 0 !important; max-width: none !important; background: none !important; }
  .${sheetClass}, .${sheetClass} * { visibility: visible; }
}
`;

/** Only while this page is open; a sheet made here needs no leave of the page's policy. */
function usePaper(): void {
  useEffect(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(paper);
    document.adoptedStyleSheets.push(sheet);
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet);
    };
  }, []);
}

export function PrintPage({ id }: { id: string }) {
  usePaper();
  const words = useWords();
  const { host } = useReader();
  const { data, error, mutate } = useData<ScenarioReading>(`/api/scenarios/${id}`);
  const path = `/playbook/s/${id}`;
  return (
    <Frame title={words('playbook.printTitle')} actions={data?.kind === 'whole' && <PrintButton />}>
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

function PrintButton() {
  const words = useWords();
  return (
    <Button appearance="primary" icon={<PrintRegular />} onClick={() => window.print()}>
      {words('playbook.print')}
    </Button>
  );
}
