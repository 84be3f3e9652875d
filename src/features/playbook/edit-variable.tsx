/** One field of a prompt: what people are asked for, with an invented example. */
import { Button, Checkbox, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useWords } from '../../tab/words.ts';
import { NumberIn, PickIn, Row, TextIn, useEditStyles } from './edit-fields.tsx';
import { LinesIn } from './edit-lists.tsx';
import type { DraftVariable } from './edit-prompts.tsx';

const useStyles = makeStyles({
  box: {
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  ticks: { display: 'flex', flexWrap: 'wrap' },
});

const kinds = ['shortText', 'longText', 'number', 'date', 'choice'] as const;

interface Props {
  readonly variable: DraftVariable;
  readonly path: string;
  readonly change: (variable: DraftVariable) => void;
  readonly remove: () => void;
}

export function VariableFields({ variable, path, change, remove }: Props) {
  const words = useWords();
  const styles = useStyles();
  const shared = useEditStyles();
  const [isOpen, setOpen] = useState(false);
  const set = (next: Partial<DraftVariable>) => change({ ...variable, ...next });
  const { name, label, kind, choices, example, help, unit, preset, maxChars } = variable;
  return (
    <div className={styles.box}>
      <Row name={label || name} remove={remove}>
        <div className={shared.tight}>
          <div className={shared.pair}>
            <TextIn
              path={`${path}.label`}
              label={words('draft.variableLabel', { name: `{{${name}}}` })}
              value={label}
              change={(next) => set({ label: next })}
            />
            <PickIn
              path={`${path}.kind`}
              label={words('draft.variableKind')}
              options={kinds.map((id) => ({ id, title: words(`draft.kind.${id}`) }))}
              isNeeded
              value={kind}
              change={(id) => set({ kind: kinds.find((each) => each === id) ?? kind })}
            />
          </div>
          <TextIn
            path={`${path}.example`}
            label={words('draft.variableExample')}
            value={example}
            change={(next) => set({ example: next })}
          />
          {kind === 'choice' && (
            <LinesIn
              path={`${path}.choices`}
              label={words('draft.variableChoices')}
              add={words('draft.addLine')}
              value={choices}
              change={(next) => set({ choices: next })}
            />
          )}
          <Ticks variable={variable} set={set} />
          <Button
            appearance="transparent"
            size="small"
            className={shared.start}
            aria-expanded={isOpen}
            onClick={() => setOpen(!isOpen)}
          >
            {words('draft.more')}
          </Button>
          {isOpen && (
            <>
              <TextIn
                path={`${path}.help`}
                label={words('draft.variableHelp')}
                value={help}
                change={(next) => set({ help: next })}
              />
              <div className={shared.pair}>
                {kind === 'number' && (
                  <TextIn
                    path={`${path}.unit`}
                    label={words('draft.variableUnit')}
                    value={unit}
                    change={(next) => set({ unit: next })}
                  />
                )}
                <TextIn
                  path={`${path}.preset`}
                  label={words('draft.variablePreset')}
                  value={preset}
                  change={(next) => set({ preset: next })}
                />
                <NumberIn
                  path={`${path}.maxChars`}
                  label={words('draft.variableMax')}
                  value={maxChars}
                  change={(next) => set({ maxChars: Math.round(next ?? 0) })}
                />
              </div>
            </>
          )}
        </div>
      </Row>
    </div>
  );
}

function Ticks({ variable, set }: { variable: DraftVariable; set: (next: Partial<DraftVariable>) => void }) {
  const words = useWords();
  const styles = useStyles();
  return (
    <div className={styles.ticks}>
      <Checkbox
        label={words('draft.isRequired')}
        checked={variable.required}
        onChange={(_, { checked }) => set({ required: checked === true })}
      />
      <Checkbox
        label={words('draft.mayHoldNames')}
        checked={variable.mayHoldPersonalData}
        onChange={(_, { checked }) => set({ mayHoldPersonalData: checked === true })}
      />
      <Checkbox
        label={words('draft.sameChat')}
        checked={variable.sameChat === true}
        onChange={(_, { checked }) => set({ sameChat: checked === true })}
      />
    </div>
  );
}
