/** The library of guardrails: the rule, why, what to do and what not, side by side. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { CheckmarkCircleRegular, DismissCircleRegular } from '@fluentui/react-icons';
import { useData } from '../../tab/api.ts';
import { Empty, Failed, Loading } from '../../tab/parts/states.tsx';
import { useWords } from '../../tab/words.ts';
import { useDays } from './cell-dialog.tsx';
import type { GuardrailLine } from './decision-contract.ts';
import { Mark } from './mark.tsx';
import { Lines, Panel, Plain, Quiet } from './parts.tsx';

const useStyles = makeStyles({
  list: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(26rem, 100%), 1fr))',
    gap: tokens.spacingHorizontalM,
    alignItems: 'start',
  },
  sides: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(11rem, 100%), 1fr))',
    gap: tokens.spacingHorizontalL,
  },
  summary: {
    cursor: 'pointer',
    fontWeight: tokens.fontWeightSemibold,
    marginBottom: tokens.spacingVerticalXS,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  side: { display: 'grid', gap: tokens.spacingVerticalXS, alignContent: 'start' },
  heading: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
});

const looks = {
  stop: { sign: '✕', tone: 'danger' },
  confirm: { sign: '!', tone: 'warning' },
  remind: { sign: '✓', tone: 'info' },
} as const;

export function GuardrailList() {
  const words = useWords();
  const styles = useStyles();
  const { data, error, mutate } = useData<{ items: GuardrailLine[] }>('/api/guardrails');
  if (error && !data) return <Failed error={error} retry={() => mutate()} />;
  if (!data) return <Loading />;
  if (data.items.length === 0)
    return <Empty title={words('tools.noGuardrailTitle')} text={words('tools.noGuardrailText')} />;
  return (
    <div className={styles.list}>
      {data.items.map((each) => (
        <Guardrail key={each.id} guardrail={each} />
      ))}
    </div>
  );
}

function Guardrail({ guardrail }: { guardrail: GuardrailLine }) {
  const words = useWords();
  const styles = useStyles();
  const { date } = useDays();
  const { name, rule, why, level, levelWord, appliesLine, reviewDue, lawNotes } = guardrail;
  return (
    <Panel heading={name}>
      <div>
        <Mark look={{ ...looks[level], word: levelWord }} />
      </div>
      <Plain>{rule}</Plain>
      <Quiet>{why}</Quiet>
      <div className={styles.sides}>
        <div className={styles.side}>
          <h3 className={styles.heading}>
            <CheckmarkCircleRegular aria-hidden />
            {words('tools.do')}
          </h3>
          <Lines lines={guardrail.do} />
        </div>
        <div className={styles.side}>
          <h3 className={styles.heading}>
            <DismissCircleRegular aria-hidden />
            {words('tools.doNot')}
          </h3>
          <Lines lines={guardrail.doNot} />
        </div>
      </div>
      {lawNotes.length > 0 && (
        <details>
          <summary className={styles.summary}>{words('tools.lawNotes')}</summary>
          <Lines
            lines={lawNotes.map(({ place, title, status, asOf }) =>
              words('tools.lawNote', { place, title, status, date: date(asOf) }),
            )}
          />
        </details>
      )}
      <Quiet>{words('tools.applies', { where: appliesLine, date: date(reviewDue) })}</Quiet>
    </Panel>
  );
}
