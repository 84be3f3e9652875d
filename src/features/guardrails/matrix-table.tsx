/** The matrix: a table with a row for each tool where there is room, else a card for each tool. A press on a cell shows its details. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { opened } from '../../tab/opened.ts';
import { useWords } from '../../tab/words.ts';
import type { Cell, DataClassLine, ToolRow, ToolsReply } from './contract.ts';
import { Mark } from './mark.tsx';
import { PageLink, Panel, Quiet, useIsNarrow } from './parts.tsx';

const CellDialog = opened(async () => (await import('./cell-dialog.tsx')).CellDialog, null);

const useStyles = makeStyles({
  frame: {
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    background: tokens.colorNeutralBackground1,
    overflow: 'hidden',
  },
  table: { width: '100%', tableLayout: 'fixed', borderCollapse: 'collapse', fontSize: tokens.fontSizeBase200 },
  head: {
    textAlign: 'start',
    verticalAlign: 'bottom',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS}`,
    fontWeight: tokens.fontWeightSemibold,
    background: tokens.colorNeutralBackground2,
    overflowWrap: 'anywhere',
  },
  corner: { width: '24%', paddingInlineStart: tokens.spacingHorizontalL },
  row: { borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  name: {
    textAlign: 'start',
    fontWeight: tokens.fontWeightRegular,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS}`,
    paddingInlineStart: tokens.spacingHorizontalL,
    fontSize: tokens.fontSizeBase300,
    verticalAlign: 'top',
  },
  cell: { padding: tokens.spacingHorizontalXS, verticalAlign: 'top' },
  button: {
    background: 'none',
    border: 'none',
    color: 'inherit',
    fontFamily: 'inherit',
    fontSize: 'inherit',
    textAlign: 'start',
    cursor: 'pointer',
    display: 'grid',
    gap: tokens.spacingVerticalXXS,
    boxSizing: 'border-box',
    width: '100%',
    minHeight: '32px',
    justifyItems: 'start',
    alignContent: 'start',
    padding: tokens.spacingHorizontalXS,
    borderRadius: tokens.borderRadiusMedium,
    ':hover': { background: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  due: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  cards: { display: 'grid', gap: tokens.spacingVerticalM },
  line: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 2fr) minmax(0, 3fr)',
    alignItems: 'center',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  lines: { display: 'grid', margin: 0, padding: 0, listStyleType: 'none' },
});

interface Picked {
  readonly toolId: string;
  readonly dataClass: DataClassLine;
}

export function Matrix({ reply }: { reply: ToolsReply }) {
  const isNarrow = useIsNarrow();
  const [picked, setPicked] = useState<Picked>();
  const Shape = isNarrow ? MatrixCards : MatrixTable;
  const tool = reply.items.find(({ id }) => id === picked?.toolId);
  return (
    <>
      <Shape reply={reply} pick={setPicked} />
      {picked && tool && (
        <CellDialog
          tool={tool}
          dataClass={picked.dataClass}
          canEdit={reply.canEdit}
          close={() => setPicked(undefined)}
        />
      )}
    </>
  );
}

interface ShapeProps {
  readonly reply: ToolsReply;
  pick(picked: Picked): void;
}

function MatrixTable({ reply, pick }: ShapeProps) {
  const words = useWords();
  const styles = useStyles();
  return (
    <div className={styles.frame}>
      <table className={styles.table} aria-label={words('tools.matrix')}>
        <thead>
          <tr>
            <th scope="col" className={mergeClasses(styles.head, styles.corner)}>
              {words('tools.tool')}
            </th>
            {reply.classes.map(({ id, name, description }) => (
              <th key={id} scope="col" className={styles.head} title={description}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {reply.items.map((tool) => (
            <tr key={tool.id} className={styles.row}>
              <th scope="row" className={styles.name}>
                <ToolName tool={tool} />
              </th>
              {reply.classes.map((dataClass, at) => (
                <td key={dataClass.id} className={styles.cell}>
                  <CellButton
                    cell={tool.cells[at]}
                    label={words('tools.cellLabel', { tool: tool.name, dataClass: dataClass.name })}
                    press={() => pick({ toolId: tool.id, dataClass })}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function MatrixCards({ reply, pick }: ShapeProps) {
  const words = useWords();
  const styles = useStyles();
  return (
    <div className={styles.cards}>
      {reply.items.map((tool) => (
        <Panel key={tool.id}>
          <h3 style={{ margin: 0, fontSize: 'inherit' }}>
            <ToolName tool={tool} />
          </h3>
          <ul className={styles.lines}>
            {reply.classes.map((dataClass, at) => (
              <li key={dataClass.id} className={styles.line}>
                <span>{dataClass.name}</span>
                <CellButton
                  cell={tool.cells[at]}
                  label={words('tools.cellLabel', { tool: tool.name, dataClass: dataClass.name })}
                  press={() => pick({ toolId: tool.id, dataClass })}
                />
              </li>
            ))}
          </ul>
        </Panel>
      ))}
    </div>
  );
}

function ToolName({ tool }: { tool: ToolRow }) {
  return (
    <>
      <PageLink to={`/tools/${tool.id}`}>{tool.name}</PageLink>
      <Quiet>{tool.status.id === 'active' ? tool.accountWord : tool.status.word}</Quiet>
    </>
  );
}

function CellButton({ cell, label, press }: { cell: Cell | undefined; label: string; press(): void }) {
  const words = useWords();
  const styles = useStyles();
  if (!cell) return null;
  const due = cell.isDue ? words('tools.due') : '';
  return (
    <button
      type="button"
      className={styles.button}
      onClick={press}
      aria-label={[cell.word, due, label].filter(Boolean).join(', ')}
      aria-haspopup="dialog"
    >
      <Mark look={cell} />
      {due && <span className={styles.due}>{due}</span>}
    </button>
  );
}
