/** A pilot on one sheet of paper, with the figures and the rule as they were when it was decided (product 11, L14). */
import { FluentProvider, makeStyles, mergeClasses, Text, teamsLightTheme, tokens } from '@fluentui/react-components';
import { useData } from '../../tab/api.ts';
import { Frame } from '../../tab/parts/frame.tsx';
import { usePaper } from '../../tab/parts/paper.ts';
import { PrintButton } from '../../tab/parts/print-button.tsx';
import { Empty, Failed, Loading } from '../../tab/parts/states.tsx';
import { useWords } from '../../tab/words.ts';
import { Checklist } from './checklist-lines.tsx';
import type { Cockpit, PilotDetail } from './contract.ts';
import { Decision } from './decisions.tsx';
import { Back, useDay, usePilotStyles } from './pilot-parts.tsx';
import { targetLines } from './targets.tsx';

/** A name of its own, for the rules of the page that is printed. */
const sheetClass = 'fieldbook-pilot-sheet';

const useStyles = makeStyles({
  sheet: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalM,
    maxWidth: '188mm',
    boxSizing: 'border-box',
    padding: '11mm',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    background: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    fontSize: '9.5pt',
    lineHeight: 1.3,
    overflowWrap: 'anywhere',
    '@media (max-width: 599px)': { padding: tokens.spacingHorizontalL },
    '@media print': { padding: 0, border: 'none', maxWidth: 'none' },
  },
  title: { fontSize: '1.6em', lineHeight: 1.2, margin: 0 },
  heading: { fontSize: '1.1em', margin: 0, color: tokens.colorBrandForeground1 },
  line: { margin: 0 },
});

export function PrintPage({ id }: { id: string }) {
  usePaper(sheetClass);
  const words = useWords();
  const styles = usePilotStyles();
  const { data, error, mutate } = useData<PilotDetail>(`/api/pilots/${encodeURIComponent(id)}`);
  const cockpit = data?.cockpit;
  return (
    <Frame title={words('pilot.onePage')} actions={cockpit && <PrintButton label={words('pilot.print')} />}>
      <Back href={`/workflows/pilots/${id}`} text={data?.name} />
      {error && !data && error.code !== 'not_found' && <Failed error={error} retry={() => mutate()} />}
      {!data && !error && <Loading />}
      {(error?.code === 'not_found' || (data && !cockpit)) && (
        <Empty title={words('work.lostTitle')} text={words('pilot.lostText')} />
      )}
      {data && cockpit && (
        <>
          <Text size={200} className={styles.quiet}>
            {words('pilot.printHint')}
          </Text>
          <FluentProvider theme={teamsLightTheme}>
            <Sheet pilot={data} cockpit={cockpit} />
          </FluentProvider>
        </>
      )}
    </Frame>
  );
}

function Sheet({ pilot, cockpit }: { pilot: PilotDetail; cockpit: Cockpit }) {
  const words = useWords();
  const styles = useStyles();
  const day = useDay();
  const {
    name,
    workflow,
    department,
    goal,
    owner,
    hrLead,
    state,
    weekLine,
    startDate,
    endDate,
    scenarios,
    rules,
    toTell,
  } = pilot;
  const aims = cockpit.targets ? targetLines(words, cockpit.targets) : [];
  const last = cockpit.gates.at(-1);
  return (
    <div className={mergeClasses(sheetClass, styles.sheet)}>
      <h2 className={styles.title}>{name}</h2>
      <p className={styles.line}>{[workflow.name, department, state.word, weekLine].filter(Boolean).join(' · ')}</p>
      <p className={styles.line}>{goal}</p>
      <p className={styles.line}>{words('pilot.leads', { owner: owner.name, hrLead: hrLead.name })}</p>
      {startDate && endDate && (
        <p className={styles.line}>{words('pilot.days', { from: day(startDate), to: day(endDate) })}</p>
      )}
      <p className={styles.line}>{words('pilot.joinedCount', { joined: cockpit.joined })}</p>
      <p className={styles.line}>{cockpit.before.text}</p>
      <h3 className={styles.heading}>{words('pilot.scenarios')}</h3>
      <p className={styles.line}>{scenarios.map(({ title }) => title).join(', ')}</p>
      {rules.length > 0 && (
        <>
          <h3 className={styles.heading}>{words('pilot.rules')}</h3>
          <p className={styles.line}>{rules.map(({ rule }) => rule).join(' ')}</p>
          {toTell && <p className={styles.line}>{words('pilot.toTell', { name: toTell })}</p>}
        </>
      )}
      {aims.length > 0 && (
        <>
          <h3 className={styles.heading}>{words('pilot.targets')}</h3>
          <p className={styles.line}>{aims.join(' ')}</p>
        </>
      )}
      <h3 className={styles.heading}>{words('pilot.decisions')}</h3>
      {last ? <Decision gate={last} isOpen /> : <p className={styles.line}>{words('pilot.notDecided')}</p>}
      {!last && <Checklist lines={cockpit.checklist} />}
    </div>
  );
}
