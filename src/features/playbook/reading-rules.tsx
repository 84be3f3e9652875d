/** The rules of a scenario: what to do and not to do, and for those who decide with counsel the dated law notes. */
import { Link as Looks, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useWords } from '../../tab/words.ts';
import type { GuardrailReading } from './contract.ts';

const useStyles = makeStyles({
  rules: { display: 'grid', gap: tokens.spacingVerticalL },
  rule: { display: 'grid', gap: tokens.spacingVerticalXS },
  name: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  columns: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(16rem, 100%), 1fr))',
    gap: tokens.spacingHorizontalL,
  },
  heading: { margin: 0, fontSize: tokens.fontSizeBase200, fontWeight: tokens.fontWeightSemibold },
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalL },
  quiet: { color: tokens.colorNeutralForeground2 },
});

export function Rules({ guardrails }: { guardrails: readonly GuardrailReading[] }) {
  const words = useWords();
  const styles = useStyles();
  return (
    <div className={styles.rules}>
      {guardrails.map((guardrail) => (
        <section key={guardrail.id} className={styles.rule}>
          <h3 className={styles.name}>{guardrail.name}</h3>
          <Text>{guardrail.rule}</Text>
          <Text size={200} className={styles.quiet}>
            {guardrail.why}
          </Text>
          <div className={styles.columns}>
            <Lines title={words('playbook.do')} lines={guardrail.do} />
            <Lines title={words('playbook.doNot')} lines={guardrail.doNot} />
          </div>
          <LawNotes notes={guardrail.lawNotes} />
        </section>
      ))}
    </div>
  );
}

function Lines({ title, lines }: { title: string; lines: readonly string[] }) {
  const styles = useStyles();
  return (
    <div>
      <h4 className={styles.heading}>{title}</h4>
      <ul className={styles.list}>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  );
}

function LawNotes({ notes }: { notes: GuardrailReading['lawNotes'] }) {
  const words = useWords();
  const styles = useStyles();
  if (notes.length === 0) return null;
  return (
    <div>
      <h4 className={styles.heading}>{words('playbook.lawNotes')}</h4>
      <ul className={styles.list}>
        {notes.map(({ place, title, status, asOf, sourceUrl }) => (
          <li key={`${place}/${title}`}>
            {place}: {title}. {status} <span className={styles.quiet}>{words('playbook.lawNote', { day: asOf })}</span>
            {sourceUrl && (
              <>
                {' '}
                <Looks inline href={sourceUrl} target="_blank" rel="noreferrer">
                  {words('playbook.source')}
                </Looks>
              </>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
