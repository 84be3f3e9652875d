/** The details of one cell of the matrix; for those who decide about tools the form that sets it, in place. */
import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { useState } from 'react';
import { useDates } from '../../tab/reader.ts';
import { useWords } from '../../tab/words.ts';
import { CellForm } from './cell-form.tsx';
import type { Cell, DataClassLine, ToolRow } from './contract.ts';
import { Mark } from './mark.tsx';
import { Facts, Lines, PageLink, Plain, Quiet } from './parts.tsx';
import { UndoBar } from './undo-bar.tsx';

const useStyles = makeStyles({
  content: { display: 'grid', gap: tokens.spacingVerticalM, justifyItems: 'start' },
  wide: { justifySelf: 'stretch' },
  label: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
});

interface CellDialogProps {
  readonly tool: ToolRow;
  readonly dataClass: DataClassLine;
  readonly canEdit: boolean;
  close(): void;
}

export function CellDialog({ tool, dataClass, canEdit, close }: CellDialogProps) {
  const words = useWords();
  const styles = useStyles();
  const [isEdited, setEdited] = useState(false);
  const cell = tool.cells.find(({ dataClassId }) => dataClassId === dataClass.id);
  if (!cell) return null;
  return (
    <Dialog open onOpenChange={(_, { open }) => !open && close()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{words('tools.cellLabel', { tool: tool.name, dataClass: dataClass.name })}</DialogTitle>
          <DialogContent className={styles.content}>
            {isEdited ? (
              <div className={styles.wide}>
                <CellForm toolId={tool.id} dataClassId={dataClass.id} done={() => setEdited(false)} />
              </div>
            ) : (
              <>
                <Details cell={cell} dataClass={dataClass} />
                {canEdit && <UndoBar toolId={tool.id} />}
              </>
            )}
          </DialogContent>
          {!isEdited && (
            <DialogActions>
              {canEdit && (
                <Button appearance="primary" onClick={() => setEdited(true)}>
                  {words('tools.setCell')}
                </Button>
              )}
              <Button onClick={close}>{words('tools.close')}</Button>
            </DialogActions>
          )}
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

function Details({ cell, dataClass }: { cell: Cell; dataClass: DataClassLine }) {
  const words = useWords();
  const styles = useStyles();
  const { date } = useDays();
  const facts = [
    { label: words('tools.decidedBy'), value: cell.decidedBy },
    { label: words('tools.decidedOn'), value: cell.decidedAt ? date(cell.decidedAt) : '' },
    { label: words('tools.reviewDue'), value: cell.reviewDue ? date(cell.reviewDue) : '' },
  ].filter(({ value }) => value !== '');
  return (
    <>
      <Mark look={cell} isLarge />
      {cell.conditions.length > 0 && <h3 className={styles.label}>{words('tools.conditions')}</h3>}
      <Lines lines={cell.conditions} />
      {cell.reasons.map((reason) => (
        <Plain key={reason}>{reason}</Plain>
      ))}
      {cell.isDue && <Quiet>{words('tools.dueLong')}</Quiet>}
      {facts.length > 0 && <Facts facts={facts} />}
      {cell.decisions.map(({ id, question }) => (
        <PageLink key={id} to={`/tools/decisions/${id}`}>
          {question}
        </PageLink>
      ))}
      {cell.alternativeLine !== '' && <Plain>{cell.alternativeLine}</Plain>}
      <Quiet>
        {words('tools.classMeans', { description: dataClass.description, examples: dataClass.examples.join(', ') })}
      </Quiet>
    </>
  );
}

/** Days of rules and decisions are days, not moments: they read the same in every zone. */
export function useDays() {
  const { day } = useDates();
  return { date: (value: string) => day(value.length === 10 ? `${value}T12:00:00Z` : value) };
}
