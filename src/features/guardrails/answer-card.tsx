/** One answer to "can I use": the word first, then conditions, reasons, another tool, and what to do where nobody has decided. */
import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useWords } from '../../tab/words.ts';
import type { VerdictAnswerLine } from './contract.ts';
import { FlagForm } from './flag-form.tsx';
import { Mark } from './mark.tsx';
import { Buttons, Lines, PageLink, Plain, Quiet } from './parts.tsx';

const useStyles = makeStyles({
  card: {
    display: 'grid',
    gap: tokens.spacingVerticalS,
    justifyItems: 'start',
    padding: tokens.spacingHorizontalL,
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    background: tokens.colorNeutralBackground2,
    minWidth: 0,
  },
  title: { ...typographyStyles.body1Strong, margin: 0, overflowWrap: 'anywhere' },
  label: { ...typographyStyles.caption1Strong, margin: 0 },
});

export function AnswerCard({ answer, askOther }: { answer: VerdictAnswerLine; askOther(toolId: string): unknown }) {
  const words = useWords();
  const styles = useStyles();
  const { alternativeId, decisions, offersFlag, offersRequest } = answer;
  return (
    <article className={styles.card}>
      <Mark look={answer} isLarge />
      <h2 className={styles.title}>
        {answer.tool === '' ? answer.forLine : <PageLink to={`/tools/${answer.toolId}`}>{answer.forLine}</PageLink>}
      </h2>
      {answer.conditions.length > 0 && <h3 className={styles.label}>{words('tools.conditions')}</h3>}
      <Lines lines={answer.conditions} />
      {answer.reasons.map((reason) => (
        <Plain key={reason}>{reason}</Plain>
      ))}
      {answer.alternativeLine !== '' && <Plain>{answer.alternativeLine}</Plain>}
      {answer.fineLine !== '' && <Quiet>{answer.fineLine}</Quiet>}
      {offersRequest && <Quiet>{words('tools.requestInChat')}</Quiet>}
      {answer.decidedLine !== '' && <Quiet>{answer.decidedLine}</Quiet>}
      {decisions.map(({ id, question }) => (
        <PageLink key={id} to={`/tools/decisions/${id}`}>
          {question}
        </PageLink>
      ))}
      {offersFlag && <FlagForm answer={answer} />}
      {alternativeId && answer.verdict !== 'allowed' && (
        <Buttons>
          <Button size="small" onClick={() => askOther(alternativeId)}>
            {words('tools.seeOther')}
          </Button>
        </Buttons>
      )}
    </article>
  );
}
