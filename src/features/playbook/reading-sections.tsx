/** The rest of a scenario, folded: what good looks like, steps, when not, rules, the check by a person, guide, what comes next. */
import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Link as Looks,
  makeStyles,
  Text,
  tokens,
} from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useDates } from '../../tab/reader.ts';
import { useWords } from '../../tab/words.ts';
import type { ScenarioWhole } from './contract.ts';
import { Rules } from './reading-rules.tsx';

const useStyles = makeStyles({
  item: { borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  panel: {
    display: 'grid',
    gap: tokens.spacingVerticalM,
    padding: `0 0 ${tokens.spacingVerticalL}`,
    maxWidth: '52rem',
  },
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalXXL, display: 'grid', gap: tokens.spacingVerticalXS },
  text: {
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    padding: tokens.spacingHorizontalL,
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    background: tokens.colorNeutralBackground1,
  },
  heading: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground2 },
  who: { fontWeight: tokens.fontWeightSemibold },
});

function Part({ name, title, children }: { name: string; title: string; children: ReactNode }) {
  const styles = useStyles();
  return (
    <AccordionItem value={name} className={styles.item}>
      <AccordionHeader as="h2" size="large" expandIconPosition="end">
        {title}
      </AccordionHeader>
      <AccordionPanel>
        <div className={styles.panel}>{children}</div>
      </AccordionPanel>
    </AccordionItem>
  );
}

export function Sections({ scenario }: { scenario: ScenarioWhole }) {
  const words = useWords();
  return (
    <Accordion multiple collapsible>
      <Part name="good" title={words('playbook.good')}>
        <Good scenario={scenario} />
      </Part>
      <Part name="steps" title={words('playbook.stepByStep')}>
        <Steps scenario={scenario} />
      </Part>
      <Part name="when" title={words('playbook.when')}>
        <When scenario={scenario} />
      </Part>
      <Part name="rules" title={words('playbook.rules', { count: scenario.guardrails.length })}>
        <Rules guardrails={scenario.guardrails} />
      </Part>
      {scenario.guide !== '' || scenario.video || scenario.courseUrl ? (
        <Part name="guide" title={words('playbook.guide')}>
          <Guide scenario={scenario} />
        </Part>
      ) : null}
      {scenario.next.length > 0 && (
        <Part name="next" title={words('playbook.next')}>
          <Next scenario={scenario} />
        </Part>
      )}
      <Part name="edition" title={words('playbook.edition')}>
        <Edition scenario={scenario} />
      </Part>
    </Accordion>
  );
}

function Good({ scenario: { good, weak, criteria, minScore } }: { scenario: ScenarioWhole }) {
  const words = useWords();
  const styles = useStyles();
  return (
    <>
      <ul className={styles.list}>
        {criteria.map(({ text, isMust, hint }) => (
          <li key={text}>
            {text} {isMust && <span className={styles.who}>({words('playbook.must')})</span>}
            {hint && <div className={styles.quiet}>{hint}</div>}
          </li>
        ))}
      </ul>
      <Text className={styles.quiet}>{words('playbook.bar', { percent: minScore })}</Text>
      <h3 className={styles.heading}>{words('playbook.goodExample')}</h3>
      <div className={styles.text}>{good.text}</div>
      <Text>{words('playbook.whyGood', { why: good.why })}</Text>
      {weak && (
        <>
          <h3 className={styles.heading}>{words('playbook.weakExample')}</h3>
          <div className={styles.text}>{weak.text}</div>
          <Text>{words('playbook.whyWeak', { why: weak.why })}</Text>
        </>
      )}
    </>
  );
}

function Steps({ scenario: { steps, humanCheck } }: { scenario: ScenarioWhole }) {
  const words = useWords();
  const styles = useStyles();
  return (
    <>
      <ol className={styles.list}>
        {steps.map(({ text, byHuman }) => (
          <li key={text}>
            <span className={styles.who}>{words(byHuman ? 'playbook.you' : 'playbook.withTool')}</span> {text}
          </li>
        ))}
      </ol>
      <h3 className={styles.heading}>{words('playbook.humanCheck')}</h3>
      <Text>
        <span className={styles.who}>{humanCheck.who}:</span> {humanCheck.what}
      </Text>
      {humanCheck.signOff && (
        <Text className={styles.quiet}>{words('playbook.signOff', { role: humanCheck.signOff })}</Text>
      )}
    </>
  );
}

function When({ scenario: { whenToUse, whenNotToUse } }: { scenario: ScenarioWhole }) {
  const words = useWords();
  return (
    <>
      <Lines title={words('playbook.use')} lines={whenToUse} />
      <Lines title={words('playbook.useNot')} lines={whenNotToUse} />
    </>
  );
}

function Lines({ title, lines }: { title: string; lines: readonly string[] }) {
  const styles = useStyles();
  return (
    <>
      <h3 className={styles.heading}>{title}</h3>
      <ul className={styles.list}>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </>
  );
}

function Guide({ scenario: { guide, video, courseUrl } }: { scenario: ScenarioWhole }) {
  const words = useWords();
  const styles = useStyles();
  return (
    <>
      {video && (
        <Looks href={video.url} target="_blank" rel="noreferrer">
          {words('playbook.video', { minutes: video.minutes ?? 0 })}
        </Looks>
      )}
      {courseUrl && (
        <Looks href={courseUrl} target="_blank" rel="noreferrer">
          {words('playbook.course')}
        </Looks>
      )}
      {guide !== '' && <div className={styles.text}>{guide}</div>}
    </>
  );
}

function Next({ scenario: { next } }: { scenario: ScenarioWhole }) {
  const styles = useStyles();
  return (
    <ul className={styles.list}>
      {next.map(({ id, title, helpsYou }) => (
        <li key={id}>
          <Link href={`/playbook/s/${id}`} asChild>
            <Looks inline>{title}</Looks>
          </Link>
          <div className={styles.quiet}>{helpsYou}</div>
        </li>
      ))}
    </ul>
  );
}

function Edition({ scenario: { edition, checkedLine } }: { scenario: ScenarioWhole }) {
  const words = useWords();
  const dates = useDates();
  const { number, publishedAt, note } = edition;
  return (
    <>
      <Text>
        {publishedAt
          ? words('playbook.versionSince', { number, date: dates.day(publishedAt) })
          : words('playbook.version', { number })}
      </Text>
      {note !== '' && <Text>{words('playbook.whatChanged', { note })}</Text>}
      <Text>{checkedLine}</Text>
    </>
  );
}
